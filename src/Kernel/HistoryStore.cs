using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Qiansi.Documents.Saving;
using Qiansi.Jupyter;
using Qiansi.Jupyter.Messages;

namespace Qiansi.Kernel;

/// <summary>The cells that were run, kept per notebook in a file of one JSON line each, so that they are there after a restart.</summary>
/// <param name="file">The file; made with the first cell.</param>
internal sealed class HistoryStore(string file)
{
    private const int KeptEntries = 5_000;
    private const long LongestFile = 16L << 20;

    private readonly Lock _gate = new();
    private string _file = file;
    private List<HistoryEntry>? _entries;
    private int _session;

    /// <summary>The history of the notebook (<c>JPY_SESSION_NAME</c>, else the working directory) that this kernel was started for.</summary>
    public static HistoryStore ForThisProcess() => new(FileOfProcess());

    /// <summary>Goes on with the history of the notebook that the environment names by now.</summary>
    public void MoveToNotebookOfProcess()
    {
        lock (_gate) (_file, _entries) = (FileOfProcess(), null);
    }

    private static string FileOfProcess()
    {
        var notebook = Environment.GetEnvironmentVariable("JPY_SESSION_NAME") is { Length: > 0 } name ? name : Environment.CurrentDirectory;
        var folder = Environment.GetEnvironmentVariable("QIANSI_HISTORY_DIR") is { Length: > 0 } given ? given
            : UserFolder.Of("history");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(notebook)).AsSpan(0, 12));
        return Path.Combine(folder, $"{hash}.jsonl");
    }

    /// <summary>Number of the running session: one more than the last in the file.</summary>
    public int Session
    {
        get
        {
            lock (_gate)
            {
                Load();
                return _session;
            }
        }
    }

    /// <summary>Adds a cell.</summary>
    public void Add(int line, string input, string? output)
    {
        lock (_gate)
        {
            var entries = Load();
            var entry = new HistoryEntry(_session, line, input, output);
            entries.Add(entry);
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
                using var stream = new FileStream(_file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
                stream.Write(Line(entry));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A full or read-only disk costs the memory of past sessions, not the cell.
                KernelLog.Write($"history: {e.Message}");
            }
        }
    }

    /// <summary>The entries a front end asks for, oldest first.</summary>
    /// <exception cref="MessageFormatException">The access type is unknown.</exception>
    public IReadOnlyList<HistoryEntry> Find(HistoryRequest request)
    {
        lock (_gate)
        {
            var entries = Load();
            IEnumerable<HistoryEntry> found = request.Access switch
            {
                "tail" => entries,
                "range" => Range(entries, request),
                "search" => Search(entries, request),
                var other => throw new MessageFormatException($"history_request: hist_access_type \"{other}\" is unknown; tail, range and search are known."),
            };
            var list = found.ToList();
            if (request.Access != "range" && request.Count is { } count && count < list.Count) list.RemoveRange(0, list.Count - Math.Max(count, 0));
            return list;
        }
    }

    private IEnumerable<HistoryEntry> Range(List<HistoryEntry> entries, HistoryRequest request)
    {
        var session = request.Session > 0 ? request.Session : _session + request.Session;
        return entries.Where(e => e.Session == session && e.Line >= request.Start && (request.Stop is not { } stop || e.Line < stop));
    }

    private static IEnumerable<HistoryEntry> Search(List<HistoryEntry> entries, HistoryRequest request)
    {
        var found = entries.Where(e => Glob.Matches(request.Pattern, e.Input));
        // Of equal inputs the newest counts.
        return request.Unique ? found.Reverse().DistinctBy(e => e.Input).Reverse() : found;
    }

    private List<HistoryEntry> Load()
    {
        if (_entries is not null) return _entries;
        _entries = [];
        try
        {
            if (File.Exists(_file))
            {
                foreach (var line in File.ReadLines(_file))
                {
                    if (Parse(line) is { } entry) _entries.Add(entry);
                }
                Shorten();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            KernelLog.Write($"history: {e.Message}");
        }
        _session = _entries.Count == 0 ? 1 : _entries.Max(e => e.Session) + 1;
        return _entries;
    }

    private void Shorten()
    {
        if (_entries!.Count <= KeptEntries && new FileInfo(_file).Length <= LongestFile) return;
        _entries.RemoveRange(0, Math.Max(_entries.Count - KeptEntries, _entries.Count / 2));
        var temporary = $"{_file}.{Environment.ProcessId}";
        using (var stream = File.Create(temporary))
        {
            foreach (var entry in _entries) stream.Write(Line(entry));
        }
        File.Move(temporary, _file, overwrite: true);
    }

    private static ReadOnlySpan<byte> Line(HistoryEntry entry)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, MessageCodec.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteNumber("session", entry.Session);
            json.WriteNumber("line", entry.Line);
            json.WriteString("input", entry.Input);
            if (entry.Output is not null) json.WriteString("output", entry.Output);
            json.WriteEndObject();
        }
        buffer.Write("\n"u8);
        return buffer.WrittenSpan;
    }

    private static HistoryEntry? Parse(string line)
    {
        try
        {
            using var document = Fields.Parse(Encoding.UTF8.GetBytes(line), "history");
            var fields = new Fields("history", document.RootElement);
            return new(fields.Number("session"), fields.Number("line"), fields.Text("input"), fields.TextOrNull("output"));
        }
        catch (MessageFormatException)
        {
            // Half a line, of a process that was killed while it wrote.
            return null;
        }
    }
}
