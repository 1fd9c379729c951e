"""A list out of another system: encodings, separators, quotation marks, and what is no list."""

import os
from pathlib import Path

import pytest

from advisor_desk.domain.languages import Language
from advisor_desk.domain.trouble import BadInput, Unavailable
from advisor_desk.packs.delimited import (
    LARGEST_LIST,
    MOST_ROWS,
    delimited,
    plain_cell,
    read_delimited,
)
from advisor_desk.packs.wording import trouble_text

TEXT = "姓名,電話\n陳大文,13900000001\n李小明,13900000002\n"
ROWS = [("陳大文", "13900000001"), ("李小明", "13900000002")]


def cells(content: bytes | str) -> list[tuple[str, ...]]:
    given = content.encode() if isinstance(content, str) else content
    return [row.cells for row in delimited(given, "list.csv").rows]


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode("utf-8"), "UTF-8"),
        (TEXT.encode("utf-8-sig"), "UTF-8"),
        (TEXT.encode("gb18030"), "GB18030"),
        (TEXT.encode("gbk"), "GB18030"),
        (TEXT.replace("\n", "\r\n").encode(), "UTF-8"),
        (TEXT.replace("\n", "\r").encode(), "UTF-8"),
        (TEXT.replace(",", ";").encode(), "UTF-8"),
        (TEXT.replace(",", "\t").encode(), "UTF-8"),
        (("sep=;\r\n" + TEXT.replace(",", ";")).encode("gb18030"), "GB18030"),
        ("\n\n".join(TEXT.splitlines()).encode(), "UTF-8"),
        ((TEXT + ",\n , \n").encode(), "UTF-8"),
    ],
    ids=[
        "utf-8",
        "with a mark",
        "gb18030",
        "gbk",
        "crlf",
        "cr",
        "semicolons",
        "tabs",
        "sep=",
        "blank lines",
        "rows of nothing",
    ],
)
def test_the_same_list_is_read_from_each_way_of_writing_it(content: bytes, encoding: str) -> None:
    table = delimited(content, "list.csv")
    assert table.header == ("姓名", "電話")
    assert [row.cells for row in table.rows] == ROWS
    assert table.encoding == encoding


def test_each_row_knows_its_line() -> None:
    table = delimited(("\n" + TEXT.replace("\n李", "\n\n李")).encode(), "list.csv")
    assert [row.line for row in table.rows] == [3, 5]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "LIST_EMPTY"),
        (b"\xef\xbb\xbf", "LIST_EMPTY"),
        (b"\r\n \r\n", "LIST_EMPTY"),
        ("姓名,電話\n".encode(), "LIST_EMPTY"),
        (b"PK\x03\x04 and so on", "LIST_IS_WORKBOOK"),
        (b"\xd0\xcf\x11\xe0 and so on", "LIST_IS_WORKBOOK"),
        (TEXT.encode("utf-16"), "LIST_ENCODING"),
        (TEXT.encode("utf-16-le"), "LIST_ENCODING"),
        (b"\xff\xfd\xfc,\x80\x80\n\xff,\xff\n", "LIST_ENCODING"),
        (TEXT.encode().replace("陳".encode(), b"\xe9\x99"), "LIST_DAMAGED"),
        (TEXT.encode("utf-8-sig") + b"\xff,1\n", "LIST_DAMAGED"),
        ('"姓名,電話\n陳大文,13900000001\n'.encode(), "LIST_DAMAGED"),
        ("陳大文,13900000001\n李小明,13900000002\n".encode(), "LIST_WITHOUT_HEADER"),
        ("陳大文,1984-03-08\n李小明,1984-03-08\n".encode(), "LIST_WITHOUT_HEADER"),
        ("姓名 電話\n陳大文 13900000001\n".encode(), "LIST_ONE_COLUMN"),
        (("姓名,電話\n" + "陳大文,1\n" * (MOST_ROWS + 1)).encode(), "LIST_TOO_LONG"),
    ],
)
def test_what_is_no_list_is_refused_in_words(content: bytes, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        delimited(content, "list.csv")
    assert refused.value.code == code
    for language in Language:
        assert "list.csv" in trouble_text(refused.value, language)


def test_big5_is_not_taken_for_another_encoding() -> None:
    text = "姓名,證件號碼,電話\n陳大文,A1,139\n龔龘,A2,139\n綉碁,A3,139\n"
    with pytest.raises(BadInput, match="LIST_ENCODING"):
        delimited(text.encode("cp950", "ignore"), "list.csv")


def test_the_damaged_line_is_named() -> None:
    with pytest.raises(BadInput) as refused:
        delimited(TEXT.encode().replace("李".encode(), b"\xe6\x9d"), "list.csv")
    assert refused.value.facts["line"] == "3"


def test_a_file_too_large_or_not_there_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    with pytest.raises(Unavailable, match="FILE_UNREADABLE"):
        read_delimited(path)
    with path.open("wb") as file:
        file.truncate(LARGEST_LIST + 1)
    with pytest.raises(BadInput, match="FILE_TOO_LARGE"):
        read_delimited(path)


def test_a_folder_and_a_pipe_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    for path in (tmp_path, tmp_path / "pipe.csv"):
        with pytest.raises(Unavailable, match="FILE_UNREADABLE"):
            read_delimited(path)


def wrong(text: str) -> list[tuple[int, str]]:
    rows = delimited(text.encode(), "list.csv").rows
    return [(row.line, row.wrong.code if row.wrong else "") for row in rows]


def test_every_damaged_row_is_found_and_the_sound_ones_are_read() -> None:
    text = 'name,phone\n"陳,1\n李,2\n王"敏",3\n"趙"六,4\n周,5,6\n吳\n"鄭, 七",8\n'
    assert wrong(text) == [
        (2, "ROW_QUOTES"),
        (3, ""),
        (4, ""),  # a mark inside a cell that does not begin with one is a plain character
        (5, "ROW_QUOTES"),
        (6, "ROW_CELLS"),
        (7, "ROW_CELLS"),
        (8, ""),
    ]


def test_two_marks_never_closed_swallow_no_row_between_them() -> None:
    assert wrong('name,phone\n"陳,1\n李,2\n王,3\n"趙,4\n周,5\n') == [
        (2, "ROW_QUOTES"),
        (3, ""),
        (4, ""),
        (5, "ROW_QUOTES"),
        (6, ""),
    ]


def test_a_mark_closed_in_a_later_row_swallows_none_either() -> None:
    assert wrong('name,phone\n陳,"1\n李",2\n') == [(2, "ROW_QUOTES"), (3, "")]


def test_a_cell_of_several_lines_is_one_cell() -> None:
    assert cells('name,address\n陳,"一樓\n二樓"\n李,三樓\n') == [
        ("陳", "一樓\n二樓"),
        ("李", "三樓"),
    ]


@pytest.mark.parametrize(
    ("cell", "text"),
    [('="0417"', "0417"), ("'0417", "0417"), ("0417\t", "0417"), ("=1+1", "=1+1"), ("", "")],
)
def test_what_keeps_a_number_whole_in_a_spreadsheet_is_no_part_of_it(cell: str, text: str) -> None:
    assert plain_cell(cell) == text


def test_files_of_one_header_have_one_digest() -> None:
    one, other = (delimited(TEXT.encode(code), "a.csv") for code in ("utf-8-sig", "gb18030"))
    assert one.header_digest() == other.header_digest()
    assert one.sha256 != other.sha256
    third = delimited(TEXT.replace("電話", "手機").encode(), "a.csv")
    assert third.header_digest() != one.header_digest()
