// Whether Excel accepts manifest.xml: by Microsoft's service, or where that cannot be reached by the rules of its schema that our own
// tests hold. Says which of the two it was.
import { spawnSync } from 'node:child_process';
import cli from 'office-addin-cli';

const [manifest = 'manifest.xml'] = process.argv.slice(2);

function run(command, ...args) {
  const { status, stdout, stderr } = spawnSync('npx', ['--no-install', command, ...args], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return { status: status ?? 1, said: `${stdout}${stderr}` };
}

const service = run('office-addin-manifest', 'validate', manifest);
if (!service.said.includes('Unable to contact the manifest validation service')) {
  console.log(service.said);
  console.log('By Microsoft’s validation service.');
  process.exitCode = service.status;
} else {
  const own = run('jest', 'test/house/manifest.test.ts');
  console.log(own.said);
  console.log(
    'Microsoft’s validation service cannot be reached: by the rules of the schema in test/house/manifest.test.ts.',
  );
  if (own.status !== 0) cli.logErrorMessage(`${manifest} breaks a rule of the schema, see above.`);
  process.exitCode = own.status;
}
