// `node --require` this to run TypeScript of the workspace in a child process, as the jest preset does.
const { transformSync } = require('@swc/core');
const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const { join, resolve } = require('node:path');

const root = resolve(__dirname, '../../../..');
const { $schema, exclude, ...swc } = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'));
delete swc.jsc.baseUrl;
delete swc.jsc.paths;

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, parent, ...rest) {
  if (request.startsWith('@accord/')) return join(root, 'libs', request.slice('@accord/'.length), 'index.ts');
  if (request.startsWith('.') && parent?.filename?.endsWith('.ts')) {
    const file = `${resolve(parent.filename, '..', request)}.ts`;
    if (existsSync(file)) return file;
  }
  return resolveFilename.call(this, request, parent, ...rest);
};

Module._extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...swc, swcrc: false, filename, sourceMaps: 'inline' });
  module._compile(code, filename);
};
