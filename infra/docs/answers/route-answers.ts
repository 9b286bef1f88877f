import type { AnswerSchemas, RouteAnswer } from '@accord/shared/http';
import ts from 'typescript';
import { SchemasOfTypes } from './schema-of-type';
import { elementsOf, literalsIn, phantomOf } from './type-parts';

/** Reads what each operation answers from the return type of its handler: `DecisionReadingController_decision`. */
export function routeAnswers(program: ts.Program, operations: readonly string[]): AnswerSchemas {
  const checker = program.getTypeChecker();
  const handlers = new Map(program.getSourceFiles().filter((file) => !file.isDeclarationFile).flatMap(handlersIn));
  const types = new SchemasOfTypes(program);
  const read = operations.toSorted().flatMap((operation) => {
    const handler = handlers.get(operation);
    const returned = handler && checker.getSignatureFromDeclaration(handler)?.getReturnType();
    const type = returned && checker.getAwaitedType(returned);
    if (type === undefined) throw new Error(`There is no handler in the code for the operation ${operation}.`);
    const answer = answerOf(type, { operation, types, checker });
    return answer === undefined ? [] : [[operation, answer] as const];
  });
  const { schemas, settle } = types.named.settled();
  return { answers: settle(Object.fromEntries(read)), schemas };
}

interface Reading {
  readonly operation: string;
  readonly types: SchemasOfTypes;
  readonly checker: ts.TypeChecker;
}

/** `undefined` of a command that answers with its receipt alone. */
function answerOf(type: ts.Type, { operation, types, checker }: Reading): RouteAnswer | undefined {
  if (type.symbol?.name === 'CommandAnswer') {
    const [also] = elementsOf(type, checker);
    if (also === undefined) throw new Error(`${operation}: what a command says besides its receipt is no longer to be found in CommandAnswer.`);
    return checker.getPropertiesOfType(also).length === 0 ? undefined : { schema: types.of(also, operation) };
  }
  const said = phantomOf(type, 'said', checker);
  if (said === undefined) return { schema: types.of(type, operation) };
  const [json, alsoAs] = ['json', 'alsoAs'].map((name) => {
    const property = checker.getPropertyOfType(said, name);
    return property && checker.getTypeOfSymbol(property);
  });
  if (json === undefined || alsoAs === undefined) throw new Error(`${operation}: what its bytes say is no longer to be found in BytesOf.`);
  return { schema: types.of(json, operation), alsoAs: literalsIn(alsoAs).toSorted() };
}

/** The methods of the classes of a file, under the names that operations have. */
function handlersIn(file: ts.SourceFile): readonly (readonly [string, ts.MethodDeclaration])[] {
  return file.statements.filter(ts.isClassDeclaration).flatMap(({ name, members }) =>
    members.filter(ts.isMethodDeclaration).map((method) => [`${name?.text ?? ''}_${method.name.getText(file)}`, method] as const),
  );
}

/** The program of the libraries, without their specs. @throws Error where the compiler's settings cannot be read */
export function programOfLibraries(root: string): ts.Program {
  const complain = ({ messageText }: ts.Diagnostic): never => {
    throw new Error(ts.flattenDiagnosticMessageText(messageText, ' '));
  };
  const settings = ts.getParsedCommandLineOfConfigFile(`${root}/tsconfig.json`, {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: complain });
  if (settings === undefined) throw new Error(`There is no tsconfig.json in ${root}.`);
  const files = settings.fileNames.filter((file) => /\/libs\/.*controller\.ts$/.test(file));
  return ts.createProgram(files, { ...settings.options, incremental: false });
}
