using System.Security.Cryptography;

namespace Qiansi.Server.Contents;

/// <summary>Remembers which notebook files were saved here with outputs that the person has seen run: theirs may hold scripts,
/// all others' are shown without.</summary>
/// <remarks>What is kept is an HMAC of the file's bytes with a key of this user's,
/// so that a file changed by another program is a stranger again.</remarks>
internal sealed class TrustStore
{
    private const int MostKept = 20_000;
    private const int KeyBytes = 32;
    private readonly Lock _gate = new();
    private readonly string _folder;
    private readonly Action<string> _log;
    private readonly byte[] _key;
    private readonly HashSet<string> _signatures;

    /// <param name="folder">Where key and signatures are kept.</param>
    /// <param name="log">Told when they cannot be.</param>
    public TrustStore(string folder, Action<string> log)
    {
        (_folder, _log) = (folder, log);
        try
        {
            PrivateFolder.Create(folder);
            _key = ReadKey(Path.Combine(folder, "key"));
            _signatures = File.Exists(SignaturesFile)
                ? [.. File.ReadLines(SignaturesFile).Where(l => l.Length == 64).TakeLast(MostKept)] : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Documents.DocumentException)
        {
            log($"What notebooks are trusted is not remembered: {e.Message}");
            (_key, _signatures) = (RandomNumberGenerator.GetBytes(KeyBytes), []);
        }
    }

    private string SignaturesFile => Path.Combine(_folder, "signatures");

    /// <summary>Whether exactly these bytes were saved here as trusted.</summary>
    public bool Trusts(byte[] bytes)
    {
        var signature = Sign(bytes);
        lock (_gate) return _signatures.Contains(signature);
    }

    /// <summary>Trusts these bytes from now on.</summary>
    public void Trust(byte[] bytes)
    {
        var signature = Sign(bytes);
        lock (_gate)
        {
            if (!_signatures.Add(signature)) return;
            try
            {
                File.AppendAllText(SignaturesFile, signature + "\n");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                _log($"What notebooks are trusted is not remembered: {e.Message}");
            }
        }
    }

    private string Sign(byte[] bytes) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, bytes));

    private static byte[] ReadKey(string file)
    {
        if (File.Exists(file) && File.ReadAllBytes(file) is { Length: KeyBytes } key) return key;
        key = RandomNumberGenerator.GetBytes(KeyBytes);
        PrivateFile.Write(file, key);
        return key;
    }
}
