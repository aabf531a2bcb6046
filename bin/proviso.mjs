#!/usr/bin/env node
console.log('proviso bin', process.version);
