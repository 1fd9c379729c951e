"""Reading beforehand what the first minute at the desk needs, while nobody has signed in yet.

Nothing of a home is touched. What is read is kept where everybody looks for it: a day at the desk
then begins without a pause, and without this it would begin the same, a moment later.
"""

from contextlib import suppress
from datetime import date

from advisor_desk.domain.codec import prepare
from advisor_desk.domain.events import kinds
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.trouble import Trouble
from advisor_desk.packs.catalogue import catalogue_on
from advisor_desk.packs.materials import load_register
from advisor_desk.packs.prices import prices_on
from advisor_desk.packs.questionnaires import SALE_QUESTIONNAIRE, load_questionnaire
from advisor_desk.packs.rule_packs import pack_ids, packs_in_force
from advisor_desk.store.names import client_keys


def warm_up(day: date) -> None:
    """Read packs, shelf, prices, material, questionnaire of a day, and learn the shapes of acts.

    A file that cannot be read is no trouble here: it is said where it is used.
    """
    for kind in (*kinds().values(), Facts):
        prepare(kind)
    client_keys("王", "0000", "0000")  # the dictionary of readings is loaded at its first use
    try:
        packs_in_force(pack_ids(), day)
        catalogue = catalogue_on(day)
        materials = load_register()
        load_questionnaire(SALE_QUESTIONNAIRE, day)
        prices_on(day)
    except Trouble:
        return
    for product in catalogue.products():
        with suppress(Trouble):
            materials.material(product.code, product.material_version)
