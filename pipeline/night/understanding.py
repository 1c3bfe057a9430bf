"""The third stage: blocks to passages, what the paper is, and the themes of its passages; all stored by content."""

from __future__ import annotations

import hashlib
import json
import logging
import zlib
from base64 import b85decode, b85encode
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pydantic import TypeAdapter

from pipeline.documents.paper import Paper, paper_not_understood
from pipeline.documents.reading import documents_version, read_paper
from pipeline.documents.scope import counting
from pipeline.documents.text_key import text_key
from pipeline.extraction.blocks import Extraction, FileState
from pipeline.extraction.refusal import FAULT
from pipeline.foundation.dutch import counted
from pipeline.foundation.journal import about, file_ids, tell
from pipeline.foundation.patience import at_most
from pipeline.language import gazetteer
from pipeline.language.passage_making import make_passages
from pipeline.language.passages import Passage
from pipeline.night.helpers import longest
from pipeline.night.inbox import Contents
from pipeline.night.reading import keep_failed, reading_of, readings
from pipeline.night.remarks import remarks_on, told_apart
from pipeline.night.stated import stated, stated_key, unheard
from pipeline.night.workshop import Workshop
from pipeline.sources.folder import InboxFile
from pipeline.store.engine import StoreError
from pipeline.store.store import StoredReading
from pipeline.themes.judging import JudgedText, Seen, from_data, judged_text, text_hash


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one paper: what it is, the day its PDF was made, the remarks on it (Dutch), whether pages of it
    were read by character recognition, and by what its text is told to be that of another (see `text_key`)."""

    paper: Paper
    created: date | None
    remark: str = ""
    ocr: bool = False
    text: str = ""


PASSAGES = TypeAdapter(tuple[Passage, ...])
KNOWN = TypeAdapter(Known)


def understand(
    workshop: Workshop,
    papers: Mapping[str, InboxFile],
    step: Callable[[], None] = lambda: None,
    afresh: bool = False,
    helped: bool = False,
) -> None:
    """Divide, identify and judge papers, given by SHA-256; `step` is called after each. Raises StoreError, ClassifierError,
    TaalpijplijnOntbreekt.

    Where `afresh` is set, passages that were judged before are judged again; where `helped` is, the workshop's helpers do it if there
    are enough papers for them. A paper at which the program fails is kept as failed, and the others go on.
    """
    read = readings(workshop)
    helped = helped and workshop.helpers.can_help(len(papers))
    done = workshop.helpers.understand(papers, read, afresh) if helped else _alone(workshop, papers, read, afresh)
    for sha, error in done:
        file = papers[sha]
        with about(**file_ids(sha, file.path)):
            if error is None:
                tell("file_understood", f"{file.path} is begrepen", logging.DEBUG)
            else:
                _keep_as_failed(workshop, file, read[sha], error)
        step()


def _alone(
    workshop: Workshop, papers: Mapping[str, InboxFile], read: Mapping[str, StoredReading], afresh: bool
) -> Iterator[tuple[str, BaseException | None]]:
    """As `Helpers.understand`, in this process."""
    for sha, file in papers.items():
        try:
            with at_most(longest(workshop.settings)):
                understand_one(workshop, file, read[sha], afresh)
        except Exception as error:
            yield sha, error
        else:
            yield sha, None


def _of_every_paper(error: BaseException) -> bool:
    """Whether something went wrong that would do so with any paper."""
    from pipeline.language.loading import TaalpijplijnOntbreekt  # loads spaCy, which an unchanged night does without
    from pipeline.themes.storing import ClassifierError

    return isinstance(error, StoreError | ClassifierError | TaalpijplijnOntbreekt)


def _keep_as_failed(workshop: Workshop, file: InboxFile, reading: StoredReading, error: BaseException) -> None:
    """Put in place of a reading that it failed, so that it shows as such and is tried again by the next run.

    Raises what went wrong where that is not the paper's.
    """
    if _of_every_paper(error):
        raise error
    reason = _too_long(workshop) if isinstance(error, TimeoutError) else _fault(error)
    tell("file_failed", f"{file.path} is mislukt: {reason}", logging.ERROR, exc_info=error, reason=reason)
    workshop.store.forget_papers([paper_key(workshop, file, reading)])
    failed = keep_failed(workshop, reading, reason)
    try:
        with at_most(longest(workshop.settings)):
            understand_one(workshop, file, failed, afresh=False)
    except Exception as again:  # at its name, folder or .toml, which are looked at all the same
        if _of_every_paper(again):
            raise
        key = paper_key(workshop, file, failed)
        workshop.store.add_papers({key: KNOWN.dump_python(_nothing_known(file, reason), mode="json")})
        workshop.store.add_understood(key, workshop.judge)


def _fault(error: BaseException) -> str:
    return FAULT.format("begrijpen", type(error).__name__)


def _too_long(workshop: Workshop) -> str:
    seconds = counted(longest(workshop.settings), "seconde", "seconden")
    return f"begrijpen duurde langer dan {seconds} en is gestopt; kijk of dit het goede bestand is, of verhoog seconden_per_bestand"


def _nothing_known(file: InboxFile, reason: str) -> Known:
    """A paper at whose name, folder or `.toml` the program fails, for `reason` (Dutch)."""
    return Known(paper_not_understood(file.path.stem, reason), None)


def understand_one(workshop: Workshop, file: InboxFile, reading: StoredReading, afresh: bool) -> None:
    """The same for one paper; what goes wrong is raised."""
    key, sha = paper_key(workshop, file, reading), reading.sha256
    stored = workshop.store.papers([key])
    if key not in stored:
        extraction = reading_of(workshop, reading)
        passages = _divide(workshop, sha, extraction)
        known = identify(extraction, passages, file)
        _tell_unused(file)
        workshop.store.add_papers({key: KNOWN.dump_python(known, mode="json")})
    else:
        known = KNOWN.validate_python(stored[key])
    if known.paper.about.value:
        _judge(workshop, counting(passages_of(workshop, sha), known.paper.scope.value), afresh)
        judged_requests(workshop, known.paper, afresh)
    workshop.store.add_understood(key, workshop.judge)


def not_understood(workshop: Workshop, contents: Contents) -> dict[str, InboxFile]:
    """Return each paper that was not identified yet, or has passages that this classifier never judged, by SHA-256."""
    read = readings(workshop)
    done = workshop.store.understood(workshop.judge)
    return {sha: file for sha, file in contents.papers.items() if paper_key(workshop, file, read[sha]) not in done}


def paper_key(workshop: Workshop, file: InboxFile, reading: StoredReading) -> str:
    """Return the key of what is known of a paper: it depends on content, names, `.toml` and the versions of what derives it."""
    name = "|".join(path.as_posix() for path in (file.path, *file.twins))
    parts = (reading.sha256, name, stated_key(file), documents_version(), reading.extractor, workshop.division)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def identify(extraction: Extraction, passages: Sequence[Passage], file: InboxFile) -> Known:
    """Return what a paper is, with the remarks on it. What of a `.toml` cannot be used is left out."""
    paper = read_paper(extraction, passages, file.path, stated(file), gazetteer, file.twins)
    return Known(
        paper,
        _creation_date(extraction),
        told_apart(*remarks_on(paper, extraction.metadata.get("attachments", ""))),
        any(page.ocr for page in extraction.pages),
        text_key(extraction),
    )


def _tell_unused(file: InboxFile) -> None:
    """Tell what is stated of a paper and cannot be used: in the tables it stands in the row of its paper alone."""
    if unused := unheard(file):
        tell("toml_unused", f"{file.path}: {unused}", logging.WARNING, reason=unused)


def refused(file: InboxFile) -> Known:
    """Return what is known of a file that was not taken: no more than its name and place say, and its name alone where the program
    fails at those. Raises TaalpijplijnOntbreekt."""
    try:
        return identify(Extraction(FileState.UNREADABLE, file.refusal), (), file)
    except Exception as error:
        if _of_every_paper(error):
            raise
        reason = _fault(error)
        tell("file_failed", f"{file.path} is mislukt: {reason}", logging.ERROR, exc_info=error, reason=reason)
        return _nothing_known(file, reason)


def _creation_date(extraction: Extraction) -> date | None:
    try:
        return date.fromisoformat(extraction.metadata.get("created", "")[:10])
    except ValueError:
        return None


def _divide(workshop: Workshop, sha: str, extraction: Extraction) -> tuple[Passage, ...]:
    passages = make_passages(extraction.blocks, workshop.nlp)
    workshop.store.add_passages(sha, workshop.division, PASSAGES.dump_python(passages, mode="json"))
    return passages


def passages_of(workshop: Workshop, sha: str, numbers: Container[int] | None = None) -> tuple[Passage, ...]:
    """Return the stored passages of a paper, or those of them with these numbers. Raises KeyError where it was not divided."""
    stored = workshop.store.passages(sha, workshop.division)
    chosen = stored if numbers is None else [one for one in stored if one["number"] in numbers]
    return PASSAGES.validate_python(chosen)


def _judge(workshop: Workshop, passages: Sequence[Passage], afresh: bool) -> None:
    todo = passages if afresh else _unjudged(workshop, passages)
    texts = [judged_text(passage) for passage in todo]
    seen = {} if afresh else _seen(workshop, texts)
    judged = workshop.classifier.classifier.judge(texts, workshop.nlp, seen)
    found = {text_hash(text): judgement.as_data() for text, judgement in zip(texts, judged, strict=True)}
    workshop.store.add_scores(found, workshop.classifier.id)
    fresh = {
        text_hash(text): judgement.seen
        for text, judgement in zip(texts, judged, strict=True)
        if judgement.seen and text not in seen
    }
    workshop.store.add_scores({key: _packed(one) for key, one in fresh.items()}, _beholder(workshop))


def _beholder(workshop: Workshop) -> str:
    """Return the name under which the store keeps what texts look like to sentence model and spaCy pipeline: a classifier that is
    trained again on both needs not have them read again.
    """
    return f"zinsmodel-{workshop.classifier.classifier.sentences.id} {workshop.language.id}"


def _seen(workshop: Workshop, texts: Sequence[str]) -> dict[str, Seen]:
    keys = {text_hash(text): text for text in texts}
    return {keys[key]: _unpacked(packed) for key, packed in workshop.store.scores(keys, _beholder(workshop)).items()}


def _packed(seen: Seen) -> str:
    """A third smaller than plain: some 500 bytes a passage."""
    return b85encode(zlib.compress(json.dumps([seen.heard, seen.lemmas, seen.frame]).encode())).decode()


def _unpacked(packed: str) -> Seen:
    heard, lemmas, frame = json.loads(zlib.decompress(b85decode(packed)))
    return Seen(tuple(heard), lemmas, frame)


def judged_requests(workshop: Workshop, paper: Paper, afresh: bool = False) -> list[list[JudgedText]]:
    """Return for each motion in a paper the judgement of its requests, in order; those that were never judged, or all `afresh`, are
    judged and stored."""
    requests = [request for motion in paper.motions for request in motion.requests]
    keys = {text_hash(f"verzoek: {request}"): request for request in requests}
    known = {} if afresh else workshop.store.scores(keys, workshop.classifier.id)
    todo = {key: request for key, request in keys.items() if key not in known}
    if todo:
        judged = workshop.classifier.classifier.judge(list(todo.values()), workshop.nlp)
        fresh = {key: text.as_data() for key, text in zip(todo, judged, strict=True)}
        workshop.store.add_scores(fresh, workshop.classifier.id)
        known |= fresh
    return [
        [from_data(known[text_hash(f"verzoek: {request}")]) for request in motion.requests] for motion in paper.motions
    ]


def _unjudged(workshop: Workshop, passages: Sequence[Passage]) -> list[Passage]:
    by_hash = {text_hash(judged_text(passage)): passage for passage in passages}
    known = workshop.store.scores(by_hash, workshop.classifier.id)
    return [passage for key, passage in by_hash.items() if key not in known]


def judged_passages(workshop: Workshop, passages: Sequence[Passage]) -> list[JudgedText]:
    """Return the stored judgement of each passage, in order. Raises KeyError where one was not judged."""
    hashes = [text_hash(judged_text(passage)) for passage in passages]
    found = workshop.store.scores(set(hashes), workshop.classifier.id)
    return [from_data(found[key]) for key in hashes]
