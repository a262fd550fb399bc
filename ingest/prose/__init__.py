"""Running text: reviews, news, reports and programme guides, read sentence by sentence with rules that each have a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.announced import announced
from ingest.award.recognised import behind_forms
from ingest.fellows import as_fellows
from ingest.mentions import mentions
from ingest.named_for import named_for
from ingest.offices import placed
from ingest.prose.blocks import sentences
from ingest.prose.funding import (
    applied,
    former_latter,
    grant_items,
    grant_notes,
    grants,
    guide_experts,
    guides,
    led_lists,
    own_projects,
    parts,
    parts_in_turn,
    plans,
    programmes,
    runners,
    subprojects,
)
from ingest.prose.honours import awarded, bearers, given, nominated, noted_works, points, received, works
from ingest.prose.houses import (
    bodies,
    deeds,
    designated,
    firms,
    journals,
    offices,
    places,
    rolls,
    rooms,
    society_pages,
    structure,
    successors,
)
from ingest.prose.known import with_known_names
from ingest.prose.measuring import measures
from ingest.prose.meetings import agenda, gatherings, hosts, invitations, presiding, series_founders, topics
from ingest.prose.own import introduce
from ingest.prose.people import (
    appointments,
    boards,
    books,
    careers,
    committees,
    contacts,
    councils,
    crews,
    elections,
    expert_groups,
    fields,
    former_heads,
    heads,
    heads_of_bodies,
    noted_houses,
    noted_posts,
    pairs,
    panels,
    practice,
    roll_lines,
    seats,
    signed,
    staff,
    teams,
    worked,
    workplaces,
)
from ingest.prose.reading import INGESTER, Reading, Scene
from ingest.prose.sites import devoted, facilities, facility_items, founded, granted, host_roles, premises, sitework
from ingest.prose.technology import (
    adoption,
    approvals,
    approvals_abroad,
    classes,
    credited,
    engaged,
    equipped,
    further_users,
    numbered_kinds,
    origins,
    pioneers,
    purposes,
    trade_names,
    user_lists,
    uses,
)
from ingest.prose.writings import his_papers, papers, reviewed
from kg.model import Assertion, Document, Fact

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["ProseIngester"]

_AWARD_FORM = re.compile(
    r"推荐奖种|提名奖[项种]|(?:项目|成果)名称[\s\S]{0,3000}?(?:完成人|候选人[\s\S]{0,3000}?候选单位|候选单位[\s\S]{0,3000}?候选人)"
    r"|主要完成人[\s\S]{0,6000}?完成单位|候选项目"
)
_RUMOUR = re.compile("误传|谣传|讹传|网传|谎称|谣言|不属实|不实信息|并无此事|子虚乌有|纯属虚构|冒充|假冒")
"""What tells that a sentence states what is not so: 有人误传张三获得某奖."""
_RULES = (
    trade_names.read,
    crews.read,
    teams.read,
    facilities.read,
    facility_items.read,
    sitework.read,
    premises.read,
    host_roles.read,
    devoted.read,
    presiding.read,
    noted_houses.read,
    noted_posts.read,
    granted.read,
    founded.read,
    bodies.read,
    successors.read,
    structure.read,
    places.read,
    society_pages.read,
    rooms.read,
    gatherings.read,
    hosts.read,
    journals.read,
    papers.read,
    his_papers.read,
    guides.read,
    programmes.read,
    runners.read,
    series_founders.read,
    plans.read,
    parts.read,
    grants.read,
    former_latter.read,
    nominated.read,
    grant_items.read,
    grant_notes.read,
    own_projects.read,
    led_lists.read,
    subprojects.read,
    parts_in_turn.read,
    classes.read,
    numbered_kinds.read,
    received.read,
    designated.read,
    noted_works.read,
    awarded.read,
    points.read,
    approvals.read,
    approvals_abroad.read,
    uses.read,
    further_users.read,
    user_lists.read,
    equipped.read,
    adoption.read,
    purposes.read,
    reviewed.read,
    works.read,
    applied.read,
    given.read,
    bearers.read,
    seats.read,
    measures.read,
    fields.read,
    practice.read,
    pairs.read,
    books.read,
    boards.read,
    deeds.read,
    workplaces.read,
    worked.read,
    careers.read,
    appointments.read,
    staff.read,
    heads.read,
    heads_of_bodies.read,
    elections.read,
    engaged.read,
    credited.read,
    origins.read,
    pioneers.read,
    topics.read,
    committees.read,
    panels.read,
    expert_groups.read,
    former_heads.read,
    firms.read,
)


def _own_text(document: Document) -> int:
    """Where the running text begins: below the forms of a document that is one; its own fields are read by the form's rules."""
    formed = not announced(document) and _AWARD_FORM.search(document.text)
    return behind_forms(document) if formed else 0


def _noting(facts: Iterator[Assertion], reading: Reading) -> Iterator[Assertion]:
    """The facts as they come, with what they tell as given kept: what a funder gives is no figure of whom it gives it to."""
    for one in facts:
        amount = one.qualifiers.get("amount_wan") if isinstance(one, Fact) and one.predicate == "FUNDED_BY" else None
        if isinstance(amount, float):
            reading.spent.add((reading.said, amount))
        yield one


class ProseIngester:
    """Reads the running text of any document that is not an award form; tables and lists of references are left to others."""

    name = INGESTER
    version = "1"
    emits = frozenset(
        {
            *("AFFILIATED_WITH", "WORKS_ON", "MEMBER_OF", "BUILT", "HOSTED_BY", "FUNDED_BY", "LOCATED_IN", "CONCERNS"),
            *("PART_OF", "RUN_BY", "HELD_IN", "CHAIRED", "LEADS", "BROADER", "RECEIVED", "TARGETS", "ADOPTED_BY", "HAS_METRIC"),
            *(
                "AUTHORED",
                "PUBLISHED_IN",
                "PARTICIPATED_IN",
                "COMPLETED",
                "HAS_INNOVATION",
                "NOMINATED",
                "NOMINATED_FOR",
                "APPROVED_BY",
                "EDITS",
            ),
        }
    )

    def accepts(self, document: Document) -> bool:
        """Whether the document is running text, or an award form with text below it; news of awards may hold both."""
        return _own_text(document) < len(document.text.rstrip())

    def ingest(self, document: Document, nlp: Language) -> Iterator[Assertion]:
        """The facts of the document's sentences, in order, and what the names of what they speak of tell."""
        yield from named_for(as_fellows(self._read(document, nlp)), nlp)

    def _read(self, document: Document, nlp: Language) -> Iterator[Assertion]:
        reading, start = Reading(document), _own_text(document)
        named = [(one, placed(mentions(one.view, nlp), one.view, document)) for one in sentences(document)]
        for sentence, found in named:
            reading.introduce(found)
            bodies.introduce(found, sentence.text, reading)
        introduce(named, reading)
        offices.introduce(reading)
        guides.introduce(reading)
        papers.introduce([sentence for sentence, _ in named], reading)
        for sentence, found in named:
            if sentence.view.offsets[0] < start:
                continue
            reading.enter(sentence)
            if awarded.is_field(sentence.text, sentence.view.offsets[0], reading) or _RUMOUR.search(sentence.text):
                continue
            scene = Scene(sentence, with_known_names(reading, sentence, found))
            for organization in scene.of("Organization"):
                reading.organization(organization)
            for rule in _RULES:
                yield from _noting(rule(scene, reading), reading)
        if start:
            return
        yield from rolls.read(reading)
        lines = tuple(agenda.lines(reading))
        yield from agenda.read(reading, lines, nlp)
        yield from invitations.read(reading, lines)
        yield from presiding.listed(reading, lines)
        yield from councils.read(reading)
        yield from roll_lines.read(reading)
        yield from guide_experts.read(reading)
        yield from contacts.read(reading)
        yield from signed.read(reading)
