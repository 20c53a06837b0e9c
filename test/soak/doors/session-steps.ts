import { Commands } from '../../../src/taskpane/session/commands/session-commands';
import { GridCommands } from '../../../src/taskpane/session/commands/grid-commands';
import { PlanCommands } from '../../../src/taskpane/session/commands/plan-commands';
import { SessionStore } from '../../../src/taskpane/session/store';
import type { World } from '../../../src/taskpane/session/world';
import { day } from '../../ledger/builders';
import type { Step } from '../door';
import type { Returned } from '../returns';

/** The page's commands over a session, as its buttons call them. */
export class SessionSteps {
  readonly store = new SessionStore();
  readonly commands: Commands;
  readonly grid: GridCommands;
  private readonly plans: PlanCommands;

  constructor(world: World) {
    this.commands = new Commands(this.store, world);
    this.grid = new GridCommands(this.commands.desk);
    this.plans = new PlanCommands(this.commands.desk);
  }

  /** Why the last step failed; `undefined` when it did not. */
  get fault(): string | undefined {
    const { notice } = this.store.snapshot();
    return notice?.intent === 'error' ? `${notice.key} ${JSON.stringify(notice.values)}` : undefined;
  }

  assertSound(doing: string): void {
    if (this.fault !== undefined) throw new Error(`${doing}: ${this.fault}`);
  }

  /** Files of earlier steps stay in the inbox: the clerk takes the newest of an office and period. */
  private choose(file: string): void {
    const { inbox } = this.store.snapshot();
    const item = inbox.items.find(({ checked }) => checked.file === file);
    if (item !== undefined) this.commands.returns.choose(item.checked.sha256);
  }

  /** All but typing, which differs from place to place. */
  async run(step: Exclude<Step, { kind: 'type' }>): Promise<void> {
    const { returns, follow } = this.commands;
    switch (step.kind) {
      case 'collect': {
        const files = step.files.map(({ known, bytes }) => ({
          name: known.name,
          read: () => Promise.resolve(bytes),
        }));
        await returns.check(files);
        if (this.fault !== undefined) return;
        for (const { known } of step.files.filter((file) => !hasRival(file, step.files)))
          this.choose(known.name);
        return returns.collect();
      }
      case 'undo':
        return returns.undo();
      case 'verify': {
        const { no, unit, verdict } = step;
        return follow.verify([{ measure: no, unit, verification: verdict, reason: '佐证不足' }]);
      }
      case 'apply': {
        const { no, unit, to } = step;
        const application = { measure: no, unit, newDeadline: day(to), reason: '上级方案未出' };
        return follow.applyForExtension(application, this.store.ledger.settings.asOf);
      }
      case 'decide': {
        const target = { measure: step.no, unit: step.unit };
        return follow.decideExtension(target, step.isApproved ? 'approved' : 'refused', '已研究');
      }
      case 'day':
        return this.commands.setSettings({ asOf: day(step.day) });
      case 'letters':
        return this.commands.desk.run('rememberLetters', { withCircular: false }).then(() => undefined);
      case 'revise':
        this.plans.type(step.text);
        await this.plans.readTyped();
        return this.plans.revise();
    }
  }
}

/** Of several that come at once nobody can tell which is the newest. */
function hasRival({ known }: Returned, files: readonly Returned[]): boolean {
  return files.some(
    (other) =>
      other.known.office === known.office &&
      other.known.period === known.period &&
      other.known.name !== known.name,
  );
}
