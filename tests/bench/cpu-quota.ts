import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Holds processes to a share of one core by a control group. Null where we may not make one. A browser's own throttle
 * does not reach its workers, and sealing happens in one.
 */
export function makeCpuQuota(share: number): { add(pid: number): void; remove(): void } | null {
  const first = ['/sys/fs/cgroup/cpu', '/sys/fs/cgroup'].find((folder) => existsSync(join(folder, 'cgroup.procs')));
  if (first === undefined) return null;
  const group = join(first, `romduol-bench-${process.pid}`);
  const period = 20_000;
  const quota = Math.round(period * share);
  try {
    mkdirSync(group);
    if (existsSync(join(group, 'cpu.max'))) writeFileSync(join(group, 'cpu.max'), `${quota} ${period}`);
    else {
      writeFileSync(join(group, 'cpu.cfs_period_us'), String(period));
      writeFileSync(join(group, 'cpu.cfs_quota_us'), String(quota));
    }
  } catch {
    return null;
  }
  return {
    add: (pid) => writeFileSync(join(group, 'cgroup.procs'), String(pid)),
    remove() {
      try {
        rmdirSync(group);
      } catch {
        // Its processes are ending; an empty group costs nothing.
      }
    },
  };
}
