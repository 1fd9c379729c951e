"""Papers on the screen, without Qt: their pages, the boxes to write in, and ink as it comes."""
