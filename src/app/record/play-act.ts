import { rejection } from '../../core/kernel/rejection.ts';
import { actorOf } from '../../core/party/actor.ts';
import type { Case, ScriptedAct } from '../../core/rulebook/case.ts';
import { type Operation, type Result, refuse } from '../operation.ts';
import type { Ports } from '../ports.ts';
import { runOperation } from '../run-operation.ts';

/** Performs one act of a case's script through the same door as any person, at the instant that the script says. */
export async function playAct(
  ports: Ports,
  operations: readonly Operation[],
  given: Case,
  act: ScriptedAct,
): Promise<Result<unknown>> {
  const operation = operations.find((one) => one.name === act.operation);
  const account = given.accounts.find((one) => one.id === act.by);
  if (operation === undefined || account === undefined) {
    return refuse(
      rejection('input-invalid', `The act "${act.operation}" by "${act.by}" names no operation or no account.`),
    );
  }
  if (act.at > ports.clock.now()) await ports.clock.advanceTo(act.at);
  return runOperation(operation, { ports, actor: actorOf(account) }, act.input);
}
