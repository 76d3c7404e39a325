using System.Text;

namespace Qiansi.Jupyter.Zmtp.Wire;

/// <summary>The 64 bytes either side of a ZMTP 3 connection opens with: signature, version, mechanism.</summary>
internal static class Greeting
{
    internal const int Length = 64;
    private const int VersionOffset = 10;
    private const int MechanismOffset = 12;
    private const int MechanismLength = 20;

    /// <summary>Writes our greeting: version 3.1, mechanism NULL.</summary>
    internal static void Write(ByteBuffer output)
    {
        var greeting = output.Append(Length);
        greeting.Clear();
        greeting[0] = 0xFF;
        greeting[9] = 0x7F;
        greeting[VersionOffset] = 3;
        greeting[VersionOffset + 1] = 1;
        "NULL"u8.CopyTo(greeting[MechanismOffset..]);
    }

    /// <summary>
    /// Checks what has arrived of a peer's greeting, as early as it can be told: a peer of an older version sends only its first
    /// bytes and then waits for ours.
    /// </summary>
    /// <exception cref="ZmtpException">It is not the greeting of a ZMTP 3 peer that offers the NULL mechanism.</exception>
    internal static void Check(ReadOnlySpan<byte> soFar)
    {
        if (soFar.Length > 0 && soFar[0] != 0xFF)
        {
            throw new ZmtpException($"Greeting: first byte is 0x{soFar[0]:X2}, expected 0xFF; the peer speaks ZMTP 1.0 or no ZMTP at all "
                + "(ZMTP 3.0 is the oldest version spoken here)");
        }

        if (soFar.Length > 9 && (soFar[9] & 1) == 0)
        {
            throw new ZmtpException($"Greeting: signature ends in 0x{soFar[9]:X2}, expected 0x7F; the peer speaks ZMTP 1.0 "
                + "(ZMTP 3.0 is the oldest version spoken here)");
        }

        if (soFar.Length > VersionOffset && soFar[VersionOffset] < 3)
        {
            throw new ZmtpException($"Greeting: revision {soFar[VersionOffset]} means ZMTP {(soFar[VersionOffset] == 0 ? "1.0" : "2.0")} "
                + "(ZMTP 3.0 is the oldest version spoken here; libzmq speaks it since 4.0)");
        }

        if (soFar.Length >= MechanismOffset + MechanismLength)
        {
            var mechanism = soFar.Slice(MechanismOffset, MechanismLength);
            if (!mechanism.SequenceEqual("NULL\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"u8))
                throw new ZmtpException(
                    $"Greeting: the peer wants security mechanism '{Printable(mechanism.TrimEnd((byte)0))}', only NULL is spoken here");
        }
    }

    /// <summary>The peer's minor version, 0 for ZMTP 3.0; a later major version is spoken to as 3.1.</summary>
    internal static int MinorVersion(ReadOnlySpan<byte> greeting) =>
        greeting[VersionOffset] > 3 ? 1 : greeting[VersionOffset + 1];

    internal static string Printable(ReadOnlySpan<byte> text)
    {
        var shown = new StringBuilder();
        foreach (var b in text[..Math.Min(text.Length, 64)])
            shown.Append(b is >= 0x20 and < 0x7F ? ((char)b).ToString() : $"\\x{b:X2}");
        return shown.ToString();
    }
}
