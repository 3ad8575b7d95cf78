"""A list as a site of plain files."""

from __future__ import annotations

import csv
import io
import json
import re
import struct
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from dashboard.exports.site.addresses import folder_name
from dashboard.exports.site.pages import MOST_CARDS, MOST_PICTURED, MOST_SEARCHED
from dashboard.exports.site.site import SITE, Order, languages_of, site_files
from dashboard.exports.site.state import read_state
from dashboard.i18n.languages import english
from dashboard.lists.loading import load_list
from dashboard.lists.source import filmography_source, own_source, published_source
from dashboard.query.result import run_query
from dashboard.query.view import View
from tests.exports.site.reading import broken, elements, pages, unsafe, wrong
from tests.foreign import films, loaded_of, result_of
from tests.lists.test_pictures import GOOD, folder, image
from tests.serving import ROOT
from tests.texts import sample, write

DAY = date(2026, 11, 28)
ORDER = Order(DAY)
PUBLIC = "https://x.example/films/"


def site_of(loaded, order=ORDER, before=None):
    return dict(site_files(loaded, order, before))


SMALL = {
    "one film": "title,year\nA,1970\n",
    "no years": "title\nA\nB\n",
    "only a title": "title\n\u0411\n",
    "70 films": films(70),
    "300 films": films(300),
}
NAMES = [pytest.param(name, marks=[pytest.mark.audit] * (name == "300 films")) for name in ("published", *SMALL)]


@cache
def listed(name):
    return loaded_of(SMALL[name]) if name in SMALL else load_list(published_source())


@cache
def site(name="published"):
    return site_of(listed(name))


def text(files, path):
    return files[path].decode()


@pytest.mark.parametrize("name", NAMES)
def test_every_link_leads_somewhere(name):
    assert [*broken(site(name))] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_pages_are_html_as_it_is_written(name):
    assert [*wrong(site(name), 60)] == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_runs_and_nothing_is_fetched_from_elsewhere(name):
    assert [*unsafe(site(name))] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_address_is_absolute_but_those_of_sources(name):
    absolute = {path for path, page in pages(site(name)).items() for link in page.links if link.startswith("/")}
    assert absolute == set()
    for path, content in site(name).items():
        assert not re.search(rb"up[0-9a-f]{32}", content), path


def test_a_broken_site_would_be_seen():
    harmed = site("one film") | {"index.html": b"<p id=a><p id=a><a href='nowhere.html#x'><script>1</script><b></p>"}
    assert (len([*broken(harmed)]) > 0, len([*wrong(harmed, 1_000)]) > 0, len([*unsafe(harmed)]) > 1) == (True,) * 3


@pytest.mark.audit
def test_the_filmography_too():
    files = site_of(load_list(filmography_source()))
    assert ([*broken(files)], [*wrong(files)], [*unsafe(files)]) == ([], [], [])


def test_each_film_has_its_page_in_each_language():
    loaded = listed("published")
    for top in ("", "ru/"):
        for film in loaded.films.frame["id"]:
            page = text(site(), f"{top}films/{film}/index.html")
            for claim in loaded.claims_of.get(film, ()):
                assert f'id="statement-{claim.anchor}" href="#statement-{claim.anchor}"' in page
    assert 'rel="prev"' not in text(site(), "films/solaris-1972/index.html")
    assert 'href="../../films/star-pilot-1967/index.html" rel="next"' in text(site(), "films/solaris-1972/index.html")


def test_an_anchor_stays_when_the_verdict_changes():
    first, *_ = listed("published").claims
    assert replace(first, verdict="judgement", reason="other").anchor == first.anchor
    assert len({(claim.film, claim.anchor) for claim in listed("published").claims}) == 63


def test_what_there_is():
    folders = {path.rpartition("/")[0] for path in site() if not path.startswith("ru/") and path.endswith("index.html")}
    assert {
        "",
        "decades/1970s",
        "filters/themes/adventure",
        "filters/themes",
        "about",
        "programme",
        "sorted/year",
    } <= folders
    assert {
        "404.html",
        "robots.txt",
        "site.json",
        "assets/site.js",
        "assets/films.ru.js",
        "licences/LICENSE.txt",
    } <= set(site())
    assert {name for name in site() if name.startswith("data/")} == {
        *(
            "data/README.md",
            "data/films.csv",
            "data/films.json",
            "data/films.sqlite",
            "data/DATA.md",
            "data/SOURCES.md",
        ),
        *("data/claims.csv", "data/claim-reviews.jsonld", "data/identities.csv", "data/milestones.csv"),
        "data/changes.csv",
        "data/datapackage.json",
    }


def test_the_data_reads_back_as_the_list(tmp_path):
    for path, content in site().items():
        if path.startswith("data/"):
            (tmp_path / path.removeprefix("data/")).write_bytes(content)
    back, loaded = load_list(own_source(tmp_path)), listed("published")
    assert back.films.frame["id"].tolist() == loaded.films.frame["id"].tolist()
    assert back.claims == loaded.claims


def test_the_package_describes_each_file():
    package = json.loads(site()["data/datapackage.json"])
    assert package["created"] == "2026-11-28T00:00:00Z"
    for resource in package["resources"]:
        content = site()[f"data/{resource['path']}"]
        assert resource["bytes"] == len(content)
        if resource["path"].endswith(".csv"):
            header = next(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
            assert [field["name"] for field in resource["schema"]["fields"]] == header
    assert len({resource["name"] for resource in package["resources"]}) == len(package["resources"])


@pytest.mark.parametrize(
    ("csv_text", "codes"),
    [
        ("title,year\nA,1970\n", ("en",)),
        ("title,year\nСолярис,1972\nЧайка,1970\nA,1970\n", ("ru",)),
        ("title,note,note_ru\nA,yes,да\n", ("en", "ru")),
        ("title,note,note_de\nA,yes,ja\n", ("en",)),
    ],
    ids=["one language", "Russian", "two", "a language that the pages do not speak"],
)
def test_a_site_has_the_languages_of_its_list(csv_text, codes):
    assert languages_of(loaded_of(csv_text)) == codes


def test_two_languages_stand_side_by_side():
    page = text(site(), "ru/films/solaris-1972/index.html")
    assert '<html lang="ru">' in page
    assert 'rel="alternate" hreflang="en" href="../../../films/solaris-1972/index.html"' in page
    assert 'rel="alternate" hreflang="x-default" href="../../../films/solaris-1972/index.html"' in page
    assert "hreflang" not in text(site("one film"), "index.html")


def test_without_an_address_nothing_is_canonical():
    assert "canonical" not in text(site(), "index.html")
    assert "noindex" not in text(site(), "index.html")
    assert "sitemap.xml" not in site()
    assert text(site(), "robots.txt") == "User-agent: *\nAllow: /\n"


def test_with_an_address_pages_are_canonical_and_in_the_sitemap():
    files = site_of(listed("published"), replace(ORDER, public=PUBLIC))
    assert f'<link rel="canonical" href="{PUBLIC}ru/films/solaris-1972/">' in text(
        files, "ru/films/solaris-1972/index.html"
    )
    assert text(files, "robots.txt").endswith(f"Sitemap: {PUBLIC}sitemap.xml\n")
    named = re.findall("<loc>(.*?)</loc>", text(files, "sitemap.xml"))
    assert [link for link in named if f"{link.removeprefix(PUBLIC)}index.html" not in files] == []
    assert len(named) == 11
    assert f'href="{PUBLIC}"' in text(files, "404.html")
    assert f"{PUBLIC}previews/published.png" in text(files, "index.html")
    assert "previews/published.png" in files
    assert [*broken(files)] == []


IMAGE = 'property="og:image" content="([^"]*)"'


def test_a_link_to_a_film_shows_a_picture_of_it(tmp_path):
    loaded = load_list(own_source(folder(tmp_path, GOOD, {"a.png": image()})))
    files = site_of(loaded, Order(DAY, languages=("en", "ru"), public=PUBLIC))
    pictures = {path: content for path, content in files.items() if path.startswith("previews/")}
    assert [*pictures] == [f"previews/{film}.{code}.png" for film in "ab" for code in ("en", "ru")]
    assert len(set(pictures.values())) == 2
    for path, content in pictures.items():
        assert (content[:4], struct.unpack(">II", content[16:24])) == (b"\x89PNG", (1200, 630))
        film, code, _ = path.removeprefix("previews/").split(".")
        page = text(files, f"{'ru/' if code == 'ru' else ''}films/{film}/index.html")
        assert re.findall(IMAGE, page) == [f"{PUBLIC}{path}"]
        assert 'property="og:image:alt" content="' in page
    assert re.findall(IMAGE, text(files, "index.html")) == []


@pytest.mark.parametrize(
    ("number", "public", "drawn"),
    [(2, PUBLIC, 2), (2, "", 0), (MOST_PICTURED + 1, PUBLIC, 0)],
    ids=["a short list", "no address", "a long list"],
)
def test_which_lists_have_pictures_of_films(number, public, drawn):
    files = site_of(loaded_of("title\n" + "".join(f"A{at}\n" for at in range(number))), replace(ORDER, public=public))
    assert sum(path.startswith("previews/") for path in files) == drawn


def test_a_page_says_to_machines_what_it_holds():
    data = json.loads(re.findall('ld\\+json">(.*?)</script>', text(site(), "films/solaris-1972/index.html"))[0])
    assert {node["@type"] for node in data["@graph"]} == {"Movie", "ClaimReview"}
    assert data["@graph"][0]["url"] == "../../films/solaris-1972/index.html"
    data = json.loads(re.findall('ld\\+json">(.*?)</script>', text(site(), "ru/index.html"))[0])
    assert [each["contentUrl"] for each in data["@graph"][0]["distribution"]] == [
        "../data/films.csv",
        "../data/films.json",
        "../data/films.sqlite",
    ]


def test_it_says_when_from_what_and_by_which_version_it_was_made():
    assert "Made on 28 November 2026 from the list “Soviet Space Films” with 10 films" in text(
        site(), "about/index.html"
    )
    assert "Made on" not in text(site(), "index.html")


AGAIN = """
import hashlib, sys
from datetime import date
from functools import cache
from dashboard.exports.site.site import Order, site_files
from dashboard.lists.loading import load_list
from dashboard.lists.source import published_source
for path, content in site_files(load_list(published_source()), Order(date(2026, 11, 28))):
    print(path, hashlib.sha256(content).hexdigest())
"""


@pytest.mark.audit
def test_made_again_by_another_process_it_is_the_same_byte_for_byte():
    command = [sys.executable, "-c", AGAIN]
    made = [
        subprocess.run(
            command, cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert made[0] == made[1]
    assert len(made[0].splitlines()) == len(site())


def test_the_day_changes_nothing_but_what_names_it():
    later = site_of(listed("published"), replace(ORDER, day=date(2027, 1, 1)))
    changed = {path for path in site() if site()[path] != later[path]}
    names = {"about/index.html", "programme/index.html"}
    assert changed == {
        *names,
        *(f"ru/{each}" for each in names),
        "site.json",
        *(f"data/{each}" for each in ("README.md", "films.json", "datapackage.json")),
    }


def test_the_day_stays_where_nothing_changed():
    before = read_state(site()["site.json"])
    assert site_of(listed("published"), Order(date(2027, 5, 5)), before) == site()
    other = site_of(listed("one film"), Order(date(2027, 5, 5)), before)
    assert read_state(other["site.json"]).day == "2027-05-05"


def test_one_verdict_changes_only_the_pages_that_say_it():
    loaded = listed("published")
    first = loaded.claims[0]
    assert (first.film, first.verdict) == ("solaris-1972", "supported")
    claims = (replace(first, verdict="judgement"), *loaded.claims[1:])
    after = site_of(replace(loaded, claims=claims), ORDER, read_state(site()["site.json"]))
    changed = {path for path in site() if site()[path] != after[path] and not path.startswith("ru/")}
    of_other_films = {path for path in changed if path.startswith("films/") and "solaris-1972" not in path}
    assert of_other_films == set()
    assert {"index.html", "films/solaris-1972/index.html", "data/claims.csv", "site.json"} <= changed
    assert "decades/1980s/index.html" not in changed


def test_a_film_that_went_leaves_a_page_and_one_renamed_leads_on():
    one = loaded_of("title,year,imdb_id\nA,1970,tt0000001\nB,1971,tt0000002\nC,1972,\n")
    two = loaded_of("title,year,imdb_id\nA,1970,tt0000001\nBee,1971,tt0000002\n")
    files = site_of(two, ORDER, read_state(site_of(one)["site.json"]))
    gone, renamed = text(files, "films/c-1972/index.html"), text(files, "films/b-1971/index.html")
    assert "This film is not in the list any more." in gone
    assert '<meta http-equiv="refresh" content="0; url=../../films/bee-1971/index.html">' in renamed
    assert ([*broken(files)], [*wrong(files)]) == ([], [])
    again = site_of(two, ORDER, read_state(files["site.json"]))
    assert again == files


def test_ids_that_differ_by_case_have_pages_of_their_own():
    files = site_of(loaded_of("id,title\nsolaris,A\nSolaris,B\nSOLARIS,C\n"))
    folders = {path.split("/")[1] for path in files if path.startswith("films/")}
    assert folders == {"solaris", folder_name("Solaris"), folder_name("SOLARIS")}
    assert len({path.casefold() for path in files}) == len(files)


def test_a_long_list_has_pages_of_lines_years_and_no_cards():
    files = site("300 films")
    assert {"page-2/index.html", "page-3/index.html", "page-4/index.html"} & set(files) == {
        "page-2/index.html",
        "page-3/index.html",
    }
    assert any(path.startswith("years/") for path in files)
    assert 'class="row"' not in text(files, "index.html")
    assert text(files, "index.html").count('<li><a href="films/') == 100
    assert len(listed("70 films").index) > MOST_CARDS


@pytest.mark.audit
def test_a_list_too_long_for_the_script_has_no_search():
    loaded = loaded_of("title\n" + "".join(f"Film {at}\n" for at in range(MOST_SEARCHED + 1)))
    files = {path: content for path, content in site_files(loaded, ORDER) if not path.startswith("films/")}
    assert not {path for path in files if path.startswith("assets/") and path.endswith(".js")}
    assert "site-search" not in text(files, "index.html")
    assert "too long for a search without a server" in text(files, "about/index.html")


def test_the_programme_is_of_the_shortlist_that_is_named():
    view = View().with_shortlist(("the-last-flight-1993", "solaris-1972"))
    files = site_of(listed("published"), replace(ORDER, shortlist=replace(view, programme="Two nights")))
    page = text(files, "programme/index.html")
    assert "<title>Two nights</title>" in page
    assert re.findall("<h2>.. <bdi>(.*?)</bdi>", page) == ["The Last Flight (1993)", "Solaris (1972)"]


def test_pictures_come_along_once_and_each_film_shows_its_own(tmp_path):
    path = folder(tmp_path, GOOD, {"a.png": image()})
    loaded = load_list(own_source(path))
    files = site_of(loaded, Order(DAY, languages=("en", "ru"), public=PUBLIC))
    name = loaded.pictures["a"].name
    assert [path for path in files if path.endswith(".jpg")] == [f"data/pictures/{name}"]
    assert f'src="../../data/pictures/{name}" alt="A planet"' in text(files, "films/a/index.html")
    assert f'src="../../../data/pictures/{name}" alt="Планета"' in text(files, "ru/films/a/index.html")
    assert f'"contentUrl": "{PUBLIC}data/pictures/{name}"' in text(files, "films/a/index.html")
    assert '<svg xmlns="http://www.w3.org/2000/svg" class="plate"' in text(files, "films/b/index.html")
    assert ([*broken(files)], [*unsafe(files)]) == ([], [])


@pytest.mark.audit
def test_a_gallery_shows_every_film_as_it_is_listed():
    films_listed = [*listed("published").films.frame["id"]]
    for top, up in (("", "../"), ("ru/", "../../ru/")):
        linked = re.findall(r'class="tile" href="([^"]*)"', text(site(), f"{top}gallery/index.html"))
        assert linked == [f"{up}films/{film}/index.html" for film in films_listed]
    assert 'href="gallery/index.html"' in text(site(), "index.html")
    pages_of = [text(site("300 films"), f"gallery/{page}index.html").count('class="tile"') for page in ("", "page-3/")]
    assert pages_of == [100, 100]
    assert "gallery/index.html" not in site_of(loaded_of(films(1_001)))


def test_the_licence_of_a_list_comes_along():
    files = site_of(listed("one film"), replace(ORDER, licences={"LICENSE.md": b"Mine."}))
    assert files["licences/list/LICENSE.md"] == b"Mine."
    assert "licences/list/LICENSE.md" in text(files, "about/index.html")
    assert "no licence is given" in text(site("one film"), "about/index.html")


def elements_of(files):
    return elements(content.decode() for path, content in files.items() if path.endswith(".html"))


@pytest.mark.audit
def test_a_hostile_text_is_a_text_wherever_it_stands(tmp_path):
    write(tmp_path, sample(40))
    files = site_of(load_list(own_source(tmp_path)))
    assert ([*unsafe(files)], [*broken(files)]) == ([], [])
    assert elements_of(files) <= elements_of(site()) | {"em"}
    assert [path for path in files if not re.fullmatch(r"[\w./-]+", path, re.ASCII)] == []
    data = text(files, "assets/films.en.js")
    assert data.startswith("filmList(")
    assert "<" not in data
    assert json.loads(data.removeprefix("filmList(").removesuffix(");\n"))["films"]


def test_the_page_gives_the_same_site_in_a_zip():
    result = run_query(listed("one film"), View(search="x"), "link.x", english())
    assert SITE.fits(result)
    assert not SITE.fits(result_of("title\n" + "A\n" * 1_001))
    assert SITE.file_name(result) == "films.site.zip"
    with zipfile.ZipFile(io.BytesIO(SITE.write(result, PUBLIC))) as archive:
        assert {"index.html", "films/a-1970/index.html", "site.json"} <= set(archive.namelist())
