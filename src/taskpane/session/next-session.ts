import type { CheckedFile, ReturnFile } from '../../app/inbox/check-returns';
import {
  EMPTY_INBOX,
  unread,
  withArrival,
  withChoice,
  withNamedOffice,
  withRechecked,
  withSentBack,
  without,
  type Arrival,
} from '../../app/inbox/inbox';
import type { SheetBlueprint } from '../../base/blueprint';
import type { CalendarDate } from '../../base/calendar';
import type { PivotChoice } from '../../ledger/figures/pivot-choice';
import type { Ledger } from '../../ledger/ledger';
import type { Repair } from '../../sheets/layout/repairs';
import type { FindingLine } from '../../sheets/tabs/findings-tab';
import { FOLLOWED, followedAfter, isFollowed, type Asked } from '../following/followed';
import { LOCATED } from '../following/located';
import type { ScreenId } from '../screens/registry';
import { SIDE, sharedAsBefore, withPane } from '../sides/side-state';
import type { WatchedFolder } from '../watching/named-folder';
import type { PlanDraft } from './plan-draft';
import {
  EMPTY_SESSION,
  type KeptSession,
  type Leaving,
  type Notice,
  type SavedFile,
  type ScreenState,
  type Session,
  type SummaryPart,
  type Work,
} from './session';

/** What happens in a session. */
export type SessionEvent =
  | {
      readonly kind: 'opened';
      readonly ledger: Ledger;
      readonly findings: readonly FindingLine[];
      readonly fileName: string;
      readonly source: Uint8Array | null;
      readonly ownSheets?: readonly SheetBlueprint[];
      readonly sampleReturns: readonly ReturnFile[];
      readonly savedFile?: SavedFile;
      readonly unsaved: boolean;
    }
  /** `isAside`: the clerk is at something else and stays there. */
  | { readonly kind: 'gathered'; readonly arrival: Arrival; readonly isAside?: true }
  | { readonly kind: 'rechecked'; readonly files: readonly CheckedFile[] }
  | { readonly kind: 'chosen'; readonly sha256: string }
  | { readonly kind: 'sentBack'; readonly keys: ReadonlySet<string>; readonly on: CalendarDate | null }
  | { readonly kind: 'named'; readonly key: string; readonly office: string }
  | { readonly kind: 'putAside'; readonly keys: ReadonlySet<string> }
  | {
      readonly kind: 'imported';
      readonly ledger: Ledger;
      readonly findings: readonly FindingLine[];
      readonly batch: string | null;
    }
  | { readonly kind: 'undone'; readonly ledger: Ledger }
  | { readonly kind: 'changed'; readonly ledger: Ledger }
  | { readonly kind: 'drafted'; readonly draft: PlanDraft | null }
  | { readonly kind: 'revised'; readonly ledger: Ledger }
  | { readonly kind: 'edited'; readonly ledger: Ledger; readonly edits: Session['edits'] }
  | ({ readonly kind: 'saved' } & Partial<Pick<Session, 'fileName' | 'savedFile'>>)
  /** The file it was last saved to is somebody else's now. */
  | { readonly kind: 'unbound' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'restored'; readonly kept: KeptSession }
  | ViewEvent;

/** What changes only what is seen, or looked at. */
type ViewEvent =
  | { readonly kind: 'watched'; readonly watched: WatchedFolder | null }
  | { readonly kind: 'turned'; readonly tab: string }
  | { readonly kind: 'pointed'; readonly sheet: string; readonly cell: string }
  /** What was to be shown has been seen: it is not shown once more. */
  | { readonly kind: 'movedOn'; readonly sheet: string; readonly asked: number }
  | { readonly kind: 'showed'; readonly sheet: SheetBlueprint; readonly cell: string }
  /** Lies beside the pane, without a cell that was asked for. */
  | { readonly kind: 'laid'; readonly sheet: SheetBlueprint }
  /** The workbook is to show what a screen is about. */
  | { readonly kind: 'followed'; readonly asked: Asked }
  | { readonly kind: 'leaving'; readonly leaving: Leaving | null }
  | { readonly kind: 'summed'; readonly summaryPart: SummaryPart }
  | { readonly kind: 'pivoted'; readonly pivot: PivotChoice }
  | { readonly kind: 'went'; readonly screen: ScreenId }
  | { readonly kind: 'filledIn'; readonly name: string; readonly value: unknown }
  | { readonly kind: 'working'; readonly work: Work | null }
  | { readonly kind: 'noticed'; readonly notice: Notice | null }
  | { readonly kind: 'repaired'; readonly repairs: readonly Repair[] };

/** The session after an event. Nothing here touches the world. */
export function nextSession(session: Session, event: SessionEvent): Session {
  const next = after(session, event);
  const stays = next.screen === session.screen || event.kind === 'restored';
  return stays ? next : { ...next, screenState: elsewhere(next.screenState) };
}

/** What a screen asked of the workbook ends with it. */
function elsewhere(state: ScreenState): ScreenState {
  const { [FOLLOWED]: _followed, [LOCATED]: _located, ...stays } = state;
  return stays;
}

function after(session: Session, event: SessionEvent): Session {
  switch (event.kind) {
    case 'opened': {
      const { kind: _kind, ...opened } = event;
      const staying = stayingWith(session, event.ledger);
      const screenState = sharedAsBefore(session.screenState);
      return { ...EMPTY_SESSION, ...opened, ...staying, screenState, draft: session.draft, screen: 'home' };
    }
    case 'gathered': {
      const inbox = withArrival(session.inbox, event.arrival);
      const hasMore = inbox.items.length > session.inbox.items.length;
      const screen = event.isAside === true ? session.screen : 'returns';
      return { ...session, inbox, imported: hasMore ? null : session.imported, screen };
    }
    case 'rechecked':
      return { ...session, inbox: withRechecked(session.inbox, event.files) };
    case 'chosen':
      return { ...session, inbox: withChoice(session.inbox, event.sha256) };
    case 'sentBack':
      return { ...session, inbox: withSentBack(session.inbox, event.keys, event.on) };
    case 'named':
      return { ...session, inbox: withNamedOffice(session.inbox, event.key, event.office) };
    case 'putAside':
      return { ...session, inbox: without(session.inbox, event.keys), returnedSheet: null };
    case 'imported':
      return {
        ...session,
        ledger: event.ledger,
        findings: event.findings,
        imported: event.batch,
        unsaved: true,
      };
    case 'undone':
      return { ...session, ledger: event.ledger, imported: null, unsaved: true };
    case 'changed':
      return { ...session, ledger: event.ledger, unsaved: true };
    case 'drafted':
      return { ...session, draft: event.draft };
    case 'revised':
      // What was read, and findings, carry the numbers of the plan before.
      return {
        ...session,
        inbox: unread(session.inbox),
        imported: null,
        returnedSheet: null,
        ledger: event.ledger,
        findings: [],
        draft: null,
        place: null,
        screenState: sharedAsBefore(session.screenState),
        unsaved: true,
        screen: 'home',
      };
    case 'edited':
      return { ...session, ledger: event.ledger, edits: event.edits, unsaved: true };
    case 'restored':
      return { ...EMPTY_SESSION, ...event.kept };
    case 'saved': {
      const { kind: _kind, ...place } = event;
      return { ...session, ...place, unsaved: false };
    }
    case 'unbound':
      return { ...session, savedFile: null };
    case 'closed':
      return {
        ...EMPTY_SESSION,
        screenState: sharedAsBefore(session.screenState),
        draft: session.draft,
      };
    default:
      return nextView(session, event);
  }
}

function nextView(session: Session, event: ViewEvent): Session {
  switch (event.kind) {
    case 'turned':
      return { ...session, tab: event.tab, place: null };
    case 'pointed':
      return pointedAt(session, event.sheet, event.cell);
    case 'movedOn': {
      const { place } = session;
      const isSeen = place?.sheet === event.sheet && place.asked === event.asked;
      return isSeen ? { ...session, place: null } : session;
    }
    case 'showed':
      return pointedAt({ ...session, returnedSheet: event.sheet }, event.sheet.name, event.cell);
    case 'laid':
      return { ...session, returnedSheet: event.sheet, tab: event.sheet.name, place: null };
    case 'followed':
      return followedIn(session, event.asked);
    case 'went':
      return { ...session, screen: event.screen, notice: stillWanted(session.notice) };
    case 'filledIn':
      return { ...session, screenState: { ...session.screenState, [event.name]: event.value } };
    case 'noticed':
      return { ...session, notice: event.notice, screenState: whereRead(session.screenState, event.notice) };
    case 'watched':
    case 'summed':
    case 'pivoted':
    case 'working':
    case 'repaired':
    case 'leaving': {
      const { kind: _kind, ...told } = event;
      return { ...session, ...told };
    }
  }
}

function followedIn(session: Session, asked: Asked): Session {
  const before = session.screenState[FOLLOWED];
  const followed = followedAfter(before, asked);
  if (followed === before) return session;
  const screenState = { ...session.screenState, [FOLLOWED]: followed };
  const isSame = isFollowed(before) && before.key === followed.key;
  return isSame ? { ...session, screenState } : { ...session, screenState, tab: followed.tab, place: null };
}

/** What went wrong is read in the pane. */
function whereRead(state: ScreenState, notice: Notice | null): ScreenState {
  return notice?.intent === 'error' ? withPane(state) : state;
}

function pointedAt(session: Session, sheet: string, cell: string): Session {
  const place = { sheet, cell, asked: (session.place?.asked ?? 0) + 1 };
  return { ...session, tab: sheet, place, screenState: { ...session.screenState, [SIDE.front]: 'workbook' } };
}

/** What went well needs no saying on the next screen; what did not stays until it is read. */
function stillWanted(notice: Notice | null): Notice | null {
  return notice?.intent === 'error' || notice?.intent === 'warning' ? notice : null;
}

/** What has come in, and where more comes from, stays when the ledger of the same plan is opened again; a sample's files are nobody's. */
function stayingWith(
  { ledger, inbox, watched }: Session,
  opened: Ledger,
): Pick<Session, 'inbox' | 'watched'> {
  const isSame = ledger?.plan.text === opened.plan.text;
  const isSample = ledger?.settings.sample === true || opened.settings.sample;
  return isSame && !isSample ? { inbox, watched } : { inbox: EMPTY_INBOX, watched: null };
}
