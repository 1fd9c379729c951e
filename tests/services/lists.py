"""Lists of invented clients as other systems write them."""

import csv
import io
from datetime import date
from pathlib import Path

from tests.services.branch import resident_id

from advisor_desk.packs.delimited import Delimited, delimited, read_delimited

BORN = date(1984, 3, 8)
HEADER = ("姓名", "證件類型", "證件號碼", "出生日期", "手機", "帳號尾號", "語言")
EN_HEADER = ("Name", "ID type", "ID number", "Date of birth", "Mobile", "Last 4 digits", "Language")
CN_HEADER = ("客户姓名", "证件类型", "证件号码", "出生日期", "手机号码", "账号后四位", "语言")


def row(order: int, **given: str) -> dict[str, str]:
    """Return a sound row of the list; ``given`` stands in it instead."""
    usual = {
        "name": "陳大文",
        "kind": "居民身份證",
        "document": resident_id(BORN, order),
        "born": "1984-03-08",
        "phone": f"1390000{order:04d}",
        "account_tail": f"{order:04d}",
        "language": "繁體中文",
    }
    return usual | given


def written(*rows: dict[str, str], header: tuple[str, ...] = HEADER, delimiter: str = ",") -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(header)
    writer.writerows(list(one.values()) for one in rows)
    return out.getvalue()


def table(*rows: dict[str, str], header: tuple[str, ...] = HEADER) -> Delimited:
    return delimited(written(*rows, header=header).encode(), "list.csv")


def kept_file(folder: Path, *rows: dict[str, str], encoding: str = "utf-8") -> Delimited:
    path = folder / "list.csv"
    path.write_text(written(*rows), encoding)
    return read_delimited(path)
