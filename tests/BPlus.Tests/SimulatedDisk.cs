using Qiansi.BPlus.Storage;

namespace Qiansi.BPlus.Tests;

/// <summary>
/// Two files on a disk whose machine stops at an operation that the test names: the write it is about is torn, and what was not synced is
/// kept or lost as the test says.
/// </summary>
internal sealed class SimulatedDisk(int seed = 0)
{
    private readonly Random _random = new(seed);
    private SimulatedFile _data = new();
    private SimulatedFile _log = new();
    private int _failAt = int.MaxValue;
    private bool _isDown;

    /// <summary>Writes, syncs and removals so far.</summary>
    public int Operations { get; private set; }

    /// <summary>Lets the machine stop at so many operations from now; 0 is the next one.</summary>
    public void FailAt(int operation) => _failAt = Operations + operation;

    /// <summary>Opens the files for a tree.</summary>
    public IStorage Open() => new Storage(this);

    /// <summary>Opens them after the log was removed.</summary>
    public IStorage OpenWithoutLog()
    {
        _log = new();
        return Open();
    }

    /// <summary>Puts another disk's log in the place of this one's.</summary>
    public void TakeLogOf(SimulatedDisk other) => _log = other._log;

    /// <summary>Starts the machine again.</summary>
    /// <param name="unsynced">What has become of the writes that were not synced.</param>
    public void Restart(Unsynced unsynced)
    {
        _data = _data.AfterCrash(unsynced, _random);
        _log = _log.AfterCrash(unsynced, _random);
        (_failAt, _isDown) = (int.MaxValue, false);
    }

    /// <summary>Changes a byte of the data file, as a failing disk does.</summary>
    public void Damage(int offset) => _data.Bytes[offset] ^= 0x40;

    /// <summary>Length of the data file.</summary>
    public int DataLength => _data.Bytes.Length;

    /// <summary>Counts an operation.</summary>
    /// <returns>Whether the machine stops at it.</returns>
    private bool Stops()
    {
        if (_isDown) throw new MachineStoppedException();
        return _isDown = Operations++ >= _failAt;
    }

    internal enum Unsynced
    {
        /// <summary>The process died, the system lived: all is there, but for the torn end of the last write.</summary>
        Kept,

        /// <summary>Power was lost before anything of it reached the disk.</summary>
        Lost,

        /// <summary>Power was lost; some writes reached the disk, some did not, some in part.</summary>
        Some,
    }

    internal sealed class MachineStoppedException() : IOException("the machine stopped");

    private sealed class SimulatedFile
    {
        private readonly List<(long Offset, byte[] Bytes)> _unsynced = [];
        private byte[] _synced = [];

        public byte[] Bytes { get; private set; } = [];

        public void Write(long offset, ReadOnlySpan<byte> bytes)
        {
            Bytes = Apply(Bytes, offset, bytes);
            _unsynced.Add((offset, bytes.ToArray()));
        }

        public void Sync()
        {
            _synced = [.. Bytes];
            _unsynced.Clear();
        }

        public SimulatedFile AfterCrash(Unsynced unsynced, Random random)
        {
            var bytes = unsynced == Unsynced.Kept ? Bytes : _synced;
            if (unsynced == Unsynced.Some)
            {
                foreach (var (offset, written) in _unsynced)
                {
                    var length = random.Next(3) switch { 0 => 0, 1 => written.Length, _ => random.Next(written.Length + 1) };
                    bytes = Apply(bytes, offset, written.AsSpan(0, length));
                }
            }

            return new() { Bytes = [.. bytes], _synced = [.. bytes] };
        }

        private static byte[] Apply(byte[] to, long offset, ReadOnlySpan<byte> bytes)
        {
            if (bytes.IsEmpty) return to;
            var result = new byte[Math.Max(to.Length, offset + bytes.Length)];
            to.CopyTo(result, 0);
            bytes.CopyTo(result.AsSpan((int)offset));
            return result;
        }
    }

    private sealed class Storage(SimulatedDisk disk) : IStorage
    {
        public string Name => "disk";

        public IFile Data { get; } = new Handle(disk, disk._data);

        public IFile Log { get; } = new Handle(disk, disk._log);

        public void DeleteLog()
        {
            if (disk.Stops()) throw new MachineStoppedException();
            // Nobody syncs the folder: after a loss of power the log may be back, with pages that the file has.
            if (disk._random.Next(2) == 0) disk._log = new();
        }

        public void Dispose()
        {
        }
    }

    private sealed class Handle(SimulatedDisk disk, SimulatedFile file) : IFile
    {
        public long Length => file.Bytes.Length;

        public int Read(long offset, Span<byte> to)
        {
            if (disk._isDown) throw new MachineStoppedException();
            var count = (int)Math.Clamp(file.Bytes.Length - offset, 0, to.Length);
            file.Bytes.AsSpan((int)Math.Min(offset, file.Bytes.Length), count).CopyTo(to);
            return count;
        }

        public void Write(long offset, ReadOnlySpan<byte> bytes)
        {
            var stops = disk.Stops();
            file.Write(offset, stops ? bytes[..disk._random.Next(bytes.Length + 1)] : bytes);
            if (stops) throw new MachineStoppedException();
        }

        public void Sync()
        {
            if (disk.Stops()) throw new MachineStoppedException();
            file.Sync();
        }

        public void Dispose()
        {
        }
    }
}
