"""Closing: the record of a sale, and every end without one, with printed pages counted back."""

from pathlib import Path

import pytest
from tests.services.branch import Practice, Walk, practice
from tests.ui.papers import opened

from advisor_desk.domain.interview import SigningWay, State
from advisor_desk.domain.pages_out import PagesOut
from advisor_desk.ui.screens.close.presenter import ClosePresenter, End
from advisor_desk.ui.screens.close.record import ITEMS

ORDER = iter(range(100, 999))


def presented(
    at: Practice, until: str = "handover", *, ending: bool = False, **changes: object
) -> ClosePresenter:
    walk = Walk(at, order=next(ORDER), **changes)  # type: ignore[arg-type]
    interview = opened(walk.until(until))
    interview.is_ending = ending
    return ClosePresenter(interview)


def fill(presenter: ClosePresenter) -> None:
    for item in ITEMS:
        if not presenter.texts.of(item):
            presenter.keep_item(item, "無。")


def test_what_the_client_said_is_drafted_and_the_rest_is_asked_for(at: Practice) -> None:
    presenter = presented(at)
    drafted = {item: presenter.texts.of(item) for item in ITEMS if presenter.texts.is_drafted(item)}
    assert drafted == {
        "finances": "年收入 500,000.00 元；年支出 500,000.00 元；流動資產 500,000.00 元；"
        "其他資產 500,000.00 元；負債總額 500,000.00 元",
        "investment_goals": "一般",
        "product_type_wanted": "一般",
        "reason_not_bought": "無，已申購",
        "family_situation": "一般",
        "advice": "保持不變：首次投資，先看一個月。（願意）",
    }
    assert presenter.reason() == "還差 2 項沒有寫"


def test_a_draft_may_be_changed_and_emptied(at: Practice) -> None:
    presenter = presented(at)
    presenter.keep_item("investment_goals", "三年內買房")
    assert presenter.texts.of("investment_goals") == "三年內買房"
    presenter.keep_item("investment_goals", "")
    assert presenter.texts.of("investment_goals") == ""
    assert presenter.texts.left() == 3


def test_a_sale_is_recorded_and_closed_in_one_go(at: Practice) -> None:
    presenter = presented(at)
    fill(presenter)
    presenter.keep("next_contact", "2027-01-10")
    assert presenter.reason() == ""
    presenter.confirm()
    facts = presenter.interview.facts
    assert facts.state is State.closed
    assert facts.record is not None
    assert facts.record.reason_not_bought == "無，已申購"
    assert presenter.end_shown() is End.sale
    assert [form for form, _, _ in presenter.papers()][-2].startswith("F7")
    rows = presenter.interview.services.listed()
    assert rows[0]["next_contact"] == "2027-01-10"


def test_without_a_next_date_it_is_closed_too(at: Practice) -> None:
    presenter = presented(at)
    fill(presenter)
    presenter.confirm()
    assert presenter.interview.facts.state is State.closed


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2026-02-30", "請寫成"),
        ("morgen", "請寫成"),
        ("2026-W50-1", "請寫成"),
        ("2026-11-22", "已經過去"),
    ],
)
def test_a_day_that_cannot_be_is_said_at_its_field(at: Practice, typed: str, said: str) -> None:
    presenter = presented(at)
    fill(presenter)
    presenter.keep("next_contact", typed)
    assert said in presenter.error_of("next_contact")
    assert said in presenter.reason()


def test_a_promise_is_refused_at_its_field_and_nothing_is_lost(at: Practice) -> None:
    presenter = presented(at)
    fill(presenter)
    presenter.keep_item("advice", "這個產品保本。")
    presenter.confirm()
    assert presenter.error_of("advice").startswith("建議 中有「保本」")
    assert presenter.error_of("next_step") == ""
    assert presenter.texts.of("advice") == "這個產品保本。"
    assert presenter.interview.facts.state is State.handed_over
    presenter.keep_item("advice", "先留足六個月開支。")
    presenter.confirm()
    assert presenter.interview.facts.state is State.closed


@pytest.mark.parametrize("text", ["長" * 1_001, "好\u202e壞", "𓀀"])
def test_text_no_form_takes_is_refused_at_its_field(at: Practice, text: str) -> None:
    presenter = presented(at)
    fill(presenter)
    presenter.keep_item("unmet_needs", text)
    presenter.confirm()
    assert presenter.error_of("unmet_needs") != ""
    assert presenter.interview.facts.state is State.handed_over


def test_nothing_bought_is_an_end_with_its_papers(at: Practice) -> None:
    presenter = presented(at, "portfolio", ending=True)
    assert presenter.ends() == (End.no_sale, End.abandoned)
    fill(presenter)
    presenter.confirm()
    facts = presenter.interview.facts
    assert facts.state is State.ended_no_sale
    assert not presenter.interview.is_ending
    assert [paper[0].split()[0] for paper in presenter.papers()] == ["F2", "F7", "F10"]
    assert presenter.end_shown() is End.no_sale


def test_what_the_rules_refused_ends_so_with_their_reasons_drafted(at: Practice) -> None:
    walk = Walk(at, order=next(ORDER), product="DEMO-R5-001", amount="300000.00").until("portfolio")
    walk.choose()
    interview = opened(walk)
    interview.is_ending = True
    presenter = ClosePresenter(interview)
    assert presenter.end() is End.by_rule
    assert presenter.texts.of("reason_not_bought") != ""
    fill(presenter)
    presenter.confirm()
    assert presenter.interview.facts.state is State.stopped_by_rule


def test_before_the_opening_is_confirmed_an_interview_is_given_up_with_a_reason(
    at: Practice,
) -> None:
    presenter = presented(at, "begin", ending=True)
    assert presenter.ends() == (End.abandoned,)
    assert presenter.reason() == "還差放棄的原因"
    presenter.keep("reason", "客戶臨時有事")
    presenter.confirm()
    assert presenter.interview.facts.state is State.abandoned
    assert presenter.papers() == ()


def test_printed_pages_are_counted_back_before_a_set_is_void(at: Practice) -> None:
    presenter = presented(at, "begin_signing", ending=True)
    walk_services = presenter.interview.services
    walk_services.printing.print_forms(presenter.interview.id, "file")
    fill(presenter)
    assert presenter.pages_printed() == PagesOut(3, 3)
    assert presenter.reason() == "請先收回印出的 3 頁"
    presenter.keep("pages", "2")
    assert "3 頁" in presenter.error_of("pages")
    presenter.keep("pages", "3")
    presenter.confirm()
    assert presenter.interview.facts.state is State.ended_no_sale
    states = {state for _, _, state in presenter.papers()}
    assert states == {"void", "registered"}


def test_a_set_given_up_counts_its_pages_back_too(at: Practice) -> None:
    presenter = presented(at, "begin_signing", ending=True)
    presenter.interview.services.printing.print_forms(presenter.interview.id, "file")
    presenter.choose("abandoned")
    presenter.keep("reason", "客戶改變主意")
    assert presenter.reason() == "請先收回印出的 3 頁"
    presenter.keep("pages", "3")
    presenter.confirm()
    assert presenter.interview.facts.state is State.abandoned


def test_on_the_screen_there_are_no_pages_to_count(at: Practice) -> None:
    presenter = presented(at, "begin_signing", ending=True, signing_way=SigningWay.screen)
    assert not presenter.pages_printed()
    fill(presenter)
    presenter.confirm()
    assert presenter.interview.facts.state is State.ended_no_sale


def test_a_kill_loses_no_text_that_was_typed(tmp_path: Path) -> None:
    with practice(tmp_path) as at:
        walk = Walk(at).until("handover")
        presenter = ClosePresenter(opened(walk))
        presenter.keep_item("advice", "先留足六個月開支。\n其餘再看。")
        presenter.keep("next_contact", "2027-01-10")
        at.again()
        again = ClosePresenter(opened(walk))
        assert again.texts.of("advice") == "先留足六個月開支。\n其餘再看。"
        assert again.typed("next_contact") == "2027-01-10"


def test_a_record_made_before_a_kill_is_not_made_twice(tmp_path: Path) -> None:
    with practice(tmp_path) as at:
        walk = Walk(at).until("handover")
        presenter = ClosePresenter(opened(walk))
        fill(presenter)
        walk.do.closing.make_record(walk.interview, presenter.texts.record())
        at.again()
        again = ClosePresenter(opened(walk))
        fill(again)
        again.confirm()
        assert walk.facts.state is State.closed
