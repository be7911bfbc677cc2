"""The HTML report: one page that needs nothing else, says everything, and runs nothing that a file name says."""

import base64
import hashlib
import io
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

from PIL import Image as Pillow

from leukemia_desktop import RESEARCH_USE
from leukemia_desktop.core.reports import SHELF, SlideReport, html
from leukemia_desktop.core.reports._text import origin
from tests.core.report_cases import HOSTILE, analysed, refuses_and_keeps_the_earlier, renamed


class Page(HTMLParser):
    """What a browser would see: elements with attributes, and the text of the table's rows."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.rows: list[list[str]] = []
        self.text = ""
        self.inside: list[str] = []
        self.source = path.read_text("utf-8")
        self.feed(self.source)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self.inside.append(tag)
        if tag == "tr" and "data-status" in self.elements[-1][1]:
            self.rows.append([])
        if tag == "td" and self.rows:
            self.rows[-1].append("")

    def handle_endtag(self, tag):
        while self.inside and self.inside.pop() != tag:
            pass

    def handle_data(self, data):
        if "script" not in self.inside and "style" not in self.inside:
            self.text += data
            if "td" in self.inside and self.rows:
                self.rows[-1][-1] += data

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


def written(report: SlideReport, path: Path) -> Page:
    SHELF["html"](report, path)
    return Page(path)


def pictures(page: Page) -> list[Pillow.Image]:
    sources = [image["src"] for image in page.all("img")]
    return [Pillow.open(io.BytesIO(base64.b64decode(source.partition("base64,")[2]))) for source in sources]


def test_the_page_says_what_was_found_and_how(tiny_model, make_slide, tmp_path):
    slide = make_slide("A-0412", Benign=3, Pre=2)
    (slide / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(80))
    report = analysed(tiny_model, slide).report()
    page = written(report, tmp_path / "report.html")
    assert report.slides[0].sentence in page.text and "2 suspicious (Pre 2)" in page.text
    assert RESEARCH_USE in page.text and report.provenance["model"]["sha256"] in page.text
    assert [row[0] for row in page.rows] == [outcome.field.name for outcome in report.outcomes]
    broken = next(row for row in page.rows if row[0] == "broken.png")
    assert broken[-1] == "failed" and "PNG" in broken[-2]
    assert "Benign 3, Early 0, Pre 2, Pro 0, Unidentified 0, failed 1" in page.text  # the chart, for who cannot see it


def test_the_head_says_when_and_with_what_and_no_name_is_cut_off(tiny_model, make_slide, tmp_path):
    report = analysed(tiny_model, make_slide(Pro=1)).report()
    page = written(report, tmp_path / "report.html")
    made = origin(report.provenance)
    assert made[1:] in page.text.partition("How this was made")[0]
    assert "text-overflow" not in page.source
    assert origin({}) == "" and origin({"started_at": "2026-11-23T19:22:04Z"}) == "analysed 2026-11-23 19:22:04 UTC"


def test_a_label_is_colour_and_shape_and_word(tiny_model, make_slide, tmp_path):
    page = written(analysed(tiny_model, make_slide(Pro=1)).report(), tmp_path / "report.html")
    assert "color:#CC79A7" in page.source and page.rows[0][1].split() == ["◆Pro"]


def test_nothing_is_fetched_and_no_other_script_may_run(tiny_model, make_slide, tmp_path):
    page = written(analysed(tiny_model, make_slide(Benign=1)).report(), tmp_path / "report.html")
    addresses = [value for _, attributes in page.elements for name, value in attributes.items() if name in ("src", "href")]
    assert addresses and all(address.startswith(("data:image/jpeg;base64,", "#")) for address in addresses)
    assert "http://" not in page.source and "https://" not in page.source and "@import" not in page.source
    policy = next(meta["content"] for meta in page.all("meta") if meta.get("http-equiv") == "Content-Security-Policy")
    scripts = re.findall(r"<script>(.*?)</script>", page.source, re.S)
    allowed = base64.b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
    assert len(scripts) == 1 and f"script-src 'sha256-{allowed}'" in policy and "default-src 'none'" in policy


def test_no_name_becomes_markup(tiny_model, make_slide, tmp_path):
    run = analysed(tiny_model, make_slide(Benign=1, Early=1))
    calm = SlideReport.of(renamed(run.outcomes, [f"{n}.png" for n in range(len(HOSTILE))]), run.report().provenance)
    wild = SlideReport.of(renamed(run.outcomes, HOSTILE, "<script>alert(2)</script>\udcff"), run.report().provenance)
    expected, page = written(calm, tmp_path / "calm.html"), written(wild, tmp_path / "wild.html")
    assert [tag for tag, _ in page.elements] == [tag for tag, _ in expected.elements]
    assert [sorted(attributes) for _, attributes in page.elements] == [sorted(a) for _, a in expected.elements]
    names = [row[0] for row in page.rows]
    assert "<script>alert(1)</script>.png" in names and "</style></script>{{ 7*7 }}{% raw %}.png" in names
    assert "a\\udcff\\udcfe.png" in names and "a\\u202egpj.exe" in names and "фото № 7.png" in names


def test_suspicious_fields_come_first_and_at_most_24_are_shown(tiny_model, make_slide, tmp_path):
    page = written(analysed(tiny_model, make_slide(Benign=28, Pro=2)).report(), tmp_path / "report.html")
    shown = [image["alt"] for image in page.all("img")]
    assert len(shown) == 24 and set(shown[:2]) == {"Field Pro_1.png", "Field Pro_2.png"}


def test_thumbnails_are_small_and_carry_nothing_but_pixels(tiny_model, make_slide, tmp_path):
    slide = make_slide(Benign=1)
    exif = Pillow.Exif()
    exif[0x010E], exif[0x8825] = "patient name", {1: "N", 2: (35.0, 44.0, 12.0)}
    Pillow.new("RGB", (1200, 900), (200, 60, 60)).save(slide / "camera.jpg", exif=exif, comment="patient name")
    page = written(analysed(tiny_model, slide).report(), tmp_path / "report.html")
    sizes = {picture.size for picture in pictures(page)}
    assert sizes == {(320, 240), (48, 48)}
    assert all(not picture.getexif() and "comment" not in picture.info for picture in pictures(page))
    assert not any(b"patient" in base64.b64decode(i["src"].partition("base64,")[2]) for i in page.all("img"))


def test_a_picture_that_is_gone_damaged_or_another_one_is_a_placeholder(tiny_model, make_slide, tmp_path):
    slide = make_slide(Benign=4)
    report = analysed(tiny_model, slide).report()
    (slide / "Benign_1.png").unlink()
    (slide / "Benign_2.png").write_bytes(b"")
    (slide / "Benign_3.png").write_bytes((slide / "Benign_4.png").read_bytes())
    page = written(report, tmp_path / "report.html")
    assert [image["alt"] for image in page.all("img")] == ["Field Benign_4.png"]
    for reason in ("the file is gone", "the file is empty", "the file has changed since it was analysed"):
        assert f"No picture: {reason}" in page.text
    assert len(page.rows) == 4


def test_several_slides_get_an_overview_with_links(tiny_model, make_slide, tmp_path):
    slides = [make_slide("A", Benign=2), make_slide("B", Early=1)]
    page = written(analysed(tiny_model, *slides).report(), tmp_path / "report.html")
    assert [link["href"] for link in page.all("a")] == ["#slide-1", "#slide-2"]
    assert {"slide-1", "slide-2"} <= {section.get("id") for section in page.all("section")}
    assert [row[:2] for row in page.rows] == [["A", "Benign_1.png"], ["A", "Benign_2.png"], ["B", "Early_1.png"]]


def test_what_a_long_table_leaves_out_is_said_and_matters_least(tiny_model, make_slide, tmp_path, monkeypatch):
    slide = make_slide(Benign=6, Pre=1)
    (slide / "z.png").write_bytes(b"broken")
    monkeypatch.setattr(html, "MAX_ROWS", 3)
    page = written(analysed(tiny_model, slide).report(), tmp_path / "report.html")
    assert len(page.rows) == 3 and {"Pre_1.png", "z.png"} < {row[0] for row in page.rows}
    assert "3 of 8 fields are listed" in page.text


def test_no_field_at_all_is_said(tmp_path):
    assert "nothing was analysed" in written(SlideReport.of([], {}), tmp_path / "report.html").text


def test_ten_thousand_fields_fit(tiny_model, make_slide, tmp_path):
    run = analysed(tiny_model, make_slide(Benign=2, Pre=1))
    outcomes = renamed(run.outcomes, [f"field_{number}.png" for number in range(10_000)])
    page = written(SlideReport.of(outcomes, run.report().provenance), tmp_path / "report.html")
    assert len(page.rows) == 10_000
    assert (tmp_path / "report.html").stat().st_size < 10e6


def test_the_same_report_gives_the_same_bytes(tiny_model, make_slide, tmp_path):
    report = analysed(tiny_model, make_slide(Benign=2)).report()
    SHELF["html"](report, tmp_path / "a.html")
    SHELF["html"](replace(report), tmp_path / "b.html")
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_a_full_disk_leaves_the_earlier_report(tiny_model, make_slide, tmp_path, monkeypatch):
    report = analysed(tiny_model, make_slide(Benign=1)).report()
    (tmp_path / "out").mkdir()
    refuses_and_keeps_the_earlier("html", report, tmp_path / "out", monkeypatch)
