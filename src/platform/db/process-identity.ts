import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/**
 * A mark that tells a process from a later one with the same id, or null when no such process runs (a zombie
 * does not run). On Linux the start time since boot, with the boot's own id; elsewhere the start time as `ps`
 * prints it; where neither can be had, only that the id is in use.
 */
export function processMark(pid: number): string | null {
  if (!isAlive(pid)) return null;
  if (process.platform === 'linux') return linuxMark(pid);
  if (process.platform === 'win32') return 'alive';
  const line = ps(pid, 'stat=,lstart=');
  return line === '' || line.startsWith('Z') ? null : line.replace(/^\S+\s+/, '');
}

/**
 * Whether the process was started as a PostgreSQL server on this folder. `unknown` where the system does not
 * let us look; callers must then take the careful branch.
 */
export function servesFolder(pid: number, folder: string): boolean | 'unknown' {
  if (process.platform === 'win32') return 'unknown';
  if (process.platform !== 'linux') return ps(pid, 'command=').includes(folder);
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    // Another user's process hides its folder but shows its command line.
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(folder);
  } catch {
    return 'unknown';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function linuxMark(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // proc(5): the name may hold blanks and brackets; state is field 3, start time field 22.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`;
  } catch {
    return isAlive(pid) ? 'alive' : null;
  }
}

function ps(pid: number, columns: string): string {
  try {
    return execFileSync('ps', ['-o', columns, '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
