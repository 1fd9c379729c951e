"""The acts of an interview by the step they belong to, and by when each is possible."""

from advisor_desk.domain import assessment_events as grades
from advisor_desk.domain import interview_events as acts
from advisor_desk.domain import paper_events as papers
from advisor_desk.domain import presentation_events as shows
from advisor_desk.domain import purchase_events as sales
from advisor_desk.domain import referral_events as referrals

OPENING = (acts.PartyIdentified, acts.PartyLeft, acts.DataNoticeUnderstood, acts.RecordingStated)
NEEDS = (acts.NeedsBlockRecorded, acts.PotRecorded, acts.PotRemoved, acts.NeedsConfirmed)
ASSESSED = (grades.AnswersConfirmed, grades.AssessmentKept)
UNASSESSED = (grades.RetakeBegun, grades.AssessmentOutdated)
ASSESSING = (*ASSESSED, grades.OwnEstimateGiven, grades.AnswerGiven, *UNASSESSED)
RESULT = (grades.ResultDiscussed, grades.ResultAccepted)
PORTFOLIO = (grades.HoldingsRecorded, grades.SuggestionMade, grades.PortfolioKept)
NOT_CHOSEN = (sales.ChoiceDropped, sales.ChoiceRefusedLater, sales.ChoiceOutdated)
CHOOSING = (sales.ProductChosen, *NOT_CHOSEN)
PRODUCTS = (*CHOOSING, sales.ProductOpened, sales.ChoiceConfirmed)
SETTLED = (sales.ElementExplained, shows.ElementPutOff)  # of an element
SHOWING = (shows.ElementShown, shows.ElementPutOff)
PRESENTING = (sales.PresentationOpened, *SHOWING, sales.ElementExplained, sales.SaidBack)
READ = (papers.ReviewConfirmedByClient, papers.ReviewConfirmedByAdviser)
MARKS = (papers.MarkSeen, papers.InkGiven)
SIGNING = (*MARKS, papers.SigningBegun, papers.SetSigned)
NO_SALE = (acts.EndedWithoutSale, acts.StoppedByRule)
GIVEN_UP = (*NO_SALE, acts.Abandoned)
REFERRING = (
    *(referrals.MaterialHandedOut, referrals.ProductFactsPassedOn, referrals.StepRefused),
    *(referrals.ReferralAnswered, referrals.MeetingAgreed, referrals.Referred),
)
BESIDE = (
    *(*REFERRING, referrals.SlipPrinted),
    *(acts.OpeningConfirmed, acts.ClientDetailsChanged, acts.NoteTaken, acts.DraftKept),
    *(acts.Undone, acts.Paused, acts.Resumed, *GIVEN_UP),
    *(sales.ChoiceJudgedAgain, papers.SetVoided, papers.PagesReturned),
)
PRINTED = papers.FormsPrinted
VOID_BY_RULE = (
    *(sales.ChoiceRefusedLater, sales.ChoiceJudgedAgain),
    *(sales.ChoiceOutdated, grades.AssessmentOutdated),
)
AFTER_THE_SALE = (papers.HandedOver, papers.RecordMade, papers.InterviewClosed)
WHILE_PAUSED = (acts.Resumed, acts.DraftKept, acts.ClientDetailsChanged, *GIVEN_UP)
ONCE_SEALED = (
    *(
        *SIGNING,
        PRINTED,
        *VOID_BY_RULE,
        papers.SetVoided,
        acts.NoteTaken,
        acts.DraftKept,
        *GIVEN_UP,
    ),
)
ONCE_SIGNED = (PRINTED, acts.NoteTaken, acts.DraftKept, *AFTER_THE_SALE)
WITHOUT_CERTIFICATE = (
    *(acts.Paused, acts.Resumed, acts.DraftKept, acts.ClientDetailsChanged, acts.Undone),
    *(*OPENING, *GIVEN_UP, *AFTER_THE_SALE, PRINTED, *REFERRING, referrals.SlipPrinted),
)
SHOWN_BY_US = frozenset({"FUND_PURPOSE_NOTE"})  # papers no other person is needed for
LONGEST_ASSESSED_DAYS = 366
COPIES = ["bank", "branch_file", "client"]
