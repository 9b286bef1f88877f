import { commandsOfAccounts } from './every-command-of-accounts';
import { commandsOfAgreements } from './every-command-of-agreements';
import { commandsOfDecisions } from './every-command-of-decisions';
import { commandsOfDocuments } from './every-command-of-documents';
import { commandsOfFunds } from './every-command-of-funds';
import { commandsOfLineLife } from './every-command-of-line-life';
import { commandsOfMeetings } from './every-command-of-meetings';
import { commandsOfMoney } from './every-command-of-money';
import { commandsBesides, commandsOfPanels } from './every-command-of-panels';
import { questionsOfWhatIf } from './every-command-of-what-if';
import type { WholeCast } from './eight-seats';
import { layGround, plainWords } from './every-ground';
import type { Command, Ground, Words } from './every-ground';

/**
 * Every command of Accord with bodies that hold every field of their description, each with something of its own
 * to act on: they are accepted in any order.
 */
export async function everyCommand(cast: WholeCast, words: Words = plainWords): Promise<{ readonly ground: Ground; readonly commands: readonly Command[] }> {
  const ground = await layGround(cast, words);
  const commands = [
    ...(await commandsOfPanels(ground)),
    ...(await commandsOfMeetings(ground)),
    ...(await commandsOfDecisions(ground)),
    ...(await commandsOfDocuments(ground)),
    ...(await commandsOfAgreements(ground)),
    ...(await questionsOfWhatIf(ground)),
    ...(await commandsOfFunds(ground)),
    ...(await commandsOfMoney(ground)),
    ...(await commandsOfLineLife(ground)),
    ...(await commandsOfAccounts(ground)),
    ...commandsBesides(ground),
  ];
  return { ground, commands };
}
