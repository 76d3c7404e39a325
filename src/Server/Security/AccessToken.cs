using System.Security.Cryptography;
using System.Text;

namespace Qiansi.Server.Security;

/// <summary>The server's token, and what is derived from it for the browser's cookie; compared in constant time.</summary>
internal sealed class AccessToken
{
    private readonly byte[] _hash;

    /// <param name="token">The token; empty means that none is asked for.</param>
    public AccessToken(string token)
    {
        Text = token;
        _hash = SHA256.HashData(Encoding.UTF8.GetBytes(token));
        Cookie = Convert.ToHexStringLower(HMACSHA256.HashData(_hash, "qiansi cookie"u8));
    }

    /// <summary>A token that cannot be guessed: 192 bits.</summary>
    public static string Create() => RandomNumberGenerator.GetHexString(48, lowercase: true);

    /// <summary>The token itself.</summary>
    public string Text { get; }

    /// <summary>Whether there is a token.</summary>
    public bool IsRequired => Text.Length > 0;

    /// <summary>What the browser shows instead of the token: no program can be made to send it elsewhere,
    /// and it does not give the token away.</summary>
    public string Cookie { get; }

    public bool Matches(string? token) =>
        token is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(token)), _hash);

    public bool MatchesCookie(string? value) =>
        value is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(value), Encoding.UTF8.GetBytes(Cookie));
}
