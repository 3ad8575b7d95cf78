"""The films shown with their evidence, the dictionary, the sources and a README, as one zip."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

import numpy as np
import numpy.typing as npt

from dashboard.cleaning.own_form import list_csv
from dashboard.cleaning.validate import FilmList
from dashboard.evidence import claims, milestones
from dashboard.evidence.editing.csv_rows import CsvRows
from dashboard.evidence.editing.files import ACCEPTED, CLAIMS, IDENTITIES, EvidenceFile
from dashboard.evidence.pictures import COLUMNS as PICTURE_COLUMNS
from dashboard.evidence.pictures import FILE, FOLDER, FilmPicture
from dashboard.evidence.translations import Translated
from dashboard.exports.claim_review import claim_reviews, evidence_csv
from dashboard.exports.export import Export
from dashboard.exports.tables import as_json
from dashboard.i18n.languages import Language, english
from dashboard.lists.source import DATA
from dashboard.model.kinds import Column
from dashboard.model.problems import BadListError
from dashboard.query.loaded_list import LoadedList
from dashboard.query.named_views import FILE as VIEWS
from dashboard.query.named_views import NamedView
from dashboard.query.result import QueryResult, address
from dashboard.render.citation import About, about, about_json
from dashboard.render.templates import render_markdown

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time every file in a bundle has, so that the same view gives the same bytes; the README says the day."""


def bundle(
    loaded: LoadedList,
    rows: npt.NDArray[np.int64],
    about: About,
    address: Callable[[str], str],
    language: Language,
) -> bytes:
    """A zip of the films at `rows` and what belongs to them; the reviews of statements are in `language`.

    films.csv, films.json, DATA.md (the data dictionary), README.md; SOURCES.md where a source is named; claims.csv
    and claim-reviews.jsonld where there are statements; identities.csv, milestones.csv, calendar.csv and
    calendar_accepted.csv, views.csv and changes.csv where the list brings them; its pictures as they are shown, with
    their pictures.csv, in a folder. Unpacked it is a folder that the dashboard serves.
    """
    return zipped(bundle_files(loaded, rows, about, address, language))


def bundle_files(
    loaded: LoadedList,
    rows: npt.NDArray[np.int64],
    about: About,
    address: Callable[[str], str],
    language: Language,
) -> dict[str, bytes]:
    """The files of a bundle, by name; see `bundle`."""
    ids = list(loaded.films.frame["id"].iloc[rows])
    evidence = _evidence(loaded, ids, address, language)
    files = {
        "films.csv": list_csv(loaded.films, rows),
        "films.json": as_json(loaded, rows, about_json(about)),
        "DATA.md": (DATA / "README.md").read_bytes() if loaded.info.ours else dictionary(loaded.films).encode(),
        **evidence,
    }
    if found := sources(loaded, rows):
        files["SOURCES.md"] = ("# Sources\n\n" + "".join(f"- {title}: {url}\n" for title, url in found)).encode()
    return {"README.md": readme(about, len(rows), files).encode(), **files}


def zipped(files: Mapping[str, bytes] | Iterable[tuple[str, bytes]]) -> bytes:
    """Files as one zip, the same bytes for the same files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items() if isinstance(files, Mapping) else files:
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return made.getvalue()


def _evidence(
    loaded: LoadedList, ids: list[str], address: Callable[[str], str], language: Language
) -> dict[str, bytes]:
    """The files of what a list brings beside its films, as far as it is about some of them."""
    statements = [claim for film in ids for claim in loaded.claims_of.get(film, ())]
    lost = [claim for film in ids for claim in loaded.lost_of.get(film, ())]
    brought: dict[EvidenceFile, Sequence[Translated]] = {
        CLAIMS: [*statements, *lost],
        IDENTITIES: [loaded.identities[film] for film in ids if film in loaded.identities],
        ACCEPTED: [each for each in loaded.accepted if each.film in set(ids)],
    }
    files = {file.name: evidence_csv(file.columns, things) for file, things in brought.items() if things}
    if statements:
        reviews = claim_reviews(loaded, ids, address, language)
        files["claim-reviews.jsonld"] = json.dumps(reviews, ensure_ascii=False, indent=2).encode()
    pictures = [loaded.pictures[film] for film in ids if film in loaded.pictures]
    return {**files, **loaded.files, **picture_files(pictures)}


def picture_files(pictures: Sequence[FilmPicture]) -> dict[str, bytes]:
    """Pictures as they are shown, and the file that names them, in their folder; nothing for none."""
    files = {f"{FOLDER}/{each.name}": each.jpeg for each in pictures}
    return {f"{FOLDER}/{FILE}": evidence_csv(PICTURE_COLUMNS, pictures), **files} if files else {}


def views_files(given: bytes | None, named: Sequence[NamedView]) -> dict[str, bytes]:
    """The views that a list brings, as their file came, with others added to it; nothing for none.

    A file to which no row can be added, since it is no text, stays beside the new one.
    """
    added = given
    try:
        for each in named:
            added = CsvRows.read(added, VIEWS).with_row({"name": each.name, "link": each.link})
    except BadListError:
        return {**views_files(None, named), f"as-given-{VIEWS}": given or b""}
    return {} if added is None else {VIEWS: added}


def dictionary(films: FilmList) -> str:
    """What each column of a list means, in Markdown; of a column nobody knows, that it is kept as it came."""
    rows = "".join(
        f"| {_cell(column.name)} | {_cell(column.label)} | {column.kind.name} | {_meaning(column)} |\n"
        for column in films.columns
        if not column.derived
    )
    head = "# The columns\n\nAn empty cell means: not known. Several values are separated by `; `.\n\n"
    return f"{head}| column | label | kind | what it means |\n| --- | --- | --- | --- |\n{rows}"


def _meaning(column: Column) -> str:
    if column.translates:
        return f"`{_cell(column.translates)}` in another language: {column.language}"
    return column.meaning or "a column of the list itself, kept as it came"


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def sources(loaded: LoadedList, rows: npt.NDArray[np.int64]) -> list[tuple[str, str]]:
    """Title and address of every source that the films at `rows` or their evidence name, each once, by title."""
    found, frame = set(), loaded.films.frame
    if {"source_title", "source_url"} <= set(frame.columns):
        pairs = frame.iloc[rows][["source_title", "source_url"]].fillna("")
        found |= set(pairs.itertuples(index=False, name=None))
    for film in frame["id"].iloc[rows]:
        found |= {(claim.source_title, claim.source_url) for claim in loaded.claims_of.get(film, ())}
        found |= {(each.event.source_title, each.event.source_url) for each in loaded.notices_of.get(film, ())}
    return sorted(pair for pair in found if pair[1])


def readme(about: About, films: int, names: Container[str]) -> str:
    """The bundle's own README, in Markdown; `names` are the files beside it."""
    columns = {"claims": claims.COLUMNS, "milestones": milestones.COLUMNS}
    return render_markdown("bundle.md", english(), about=about, films=films, names=names, **columns)


def _bundle(result: QueryResult, here: str) -> bytes:
    origin = about(result, address(result.view, here))
    views = views_files(result.loaded.files.get(VIEWS), result.named)
    loaded = replace(result.loaded, files={**result.loaded.files, **views})
    return bundle(loaded, result.rows, origin, partial(_card, result, here), result.language)


def _card(result: QueryResult, here: str, film: str) -> str:
    return address(result.card(film), here)


BUNDLE = Export(lambda language: language.gettext("Bundle"), "zip", "application/zip", _bundle, has_address=False)
