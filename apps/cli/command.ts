import { Command } from 'commander';

/** A command whose mistakes of usage come back as errors, so that the exit code is ours to choose. */
export const command = (name: string): Command => new Command(name).exitOverride().showHelpAfterError();
