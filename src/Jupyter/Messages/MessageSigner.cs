using System.Security.Cryptography;
using System.Text;

namespace Qiansi.Jupyter.Messages;

/// <summary>Signs messages: HMAC-SHA256 over header, parent, metadata and content, in lower-case hex (Jupyter messaging 5.4,
/// "The wire protocol").</summary>
/// <param name="key">The connection file's key; with an empty one nothing is signed or checked.</param>
public sealed class MessageSigner(string key)
{
    private const int HexLength = 64;
    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);

    /// <summary>Whether messages carry a signature.</summary>
    public bool IsSigning => _key.Length > 0;

    /// <summary>The signature frame of the four parts.</summary>
    internal byte[] Sign(ReadOnlySpan<byte> header, ReadOnlySpan<byte> parent, ReadOnlySpan<byte> metadata, ReadOnlySpan<byte> content)
    {
        if (!IsSigning) return [];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Hash(hash, header, parent, metadata, content);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash));
    }

    /// <summary>Whether the signature is right; compared in constant time.</summary>
    internal bool Check(ReadOnlySpan<byte> signature, ReadOnlySpan<byte> header, ReadOnlySpan<byte> parent,
        ReadOnlySpan<byte> metadata, ReadOnlySpan<byte> content)
    {
        if (!IsSigning) return true;
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (signature.Length != HexLength || Convert.FromHexString(signature, given, out _, out _) != System.Buffers.OperationStatus.Done)
            return false;
        Span<byte> right = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Hash(right, header, parent, metadata, content);
        return CryptographicOperations.FixedTimeEquals(given, right);
    }

    private void Hash(
        Span<byte> hash, ReadOnlySpan<byte> header, ReadOnlySpan<byte> parent, ReadOnlySpan<byte> metadata, ReadOnlySpan<byte> content)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        hmac.AppendData(header);
        hmac.AppendData(parent);
        hmac.AppendData(metadata);
        hmac.AppendData(content);
        hmac.GetHashAndReset(hash);
    }
}
