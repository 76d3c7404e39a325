using System.Security.Cryptography;
using System.Text;

namespace Qiansi.Server.Security;

/// <summary>The server's token, and what is derived from it for the browser's cookies; compared in constant time.</summary>
internal sealed class AccessToken
{
    private readonly byte[] _hash;

    /// <param name="token">The token; empty means that none is asked for.</param>
    public AccessToken(string token)
    {
        Text = token;
        _hash = SHA256.HashData(Encoding.UTF8.GetBytes(token));
        Cookie = Derive("cookie");
        Xsrf = Derive("xsrf");
    }

    /// <summary>A token that cannot be guessed: 192 bits.</summary>
    public static string Create() => RandomNumberGenerator.GetHexString(48, lowercase: true);

    /// <summary>The token itself.</summary>
    public string Text { get; }

    /// <summary>Whether there is a token.</summary>
    public bool IsRequired => Text.Length > 0;

    /// <summary>What the browser shows instead of the token: no program can be made to send it elsewhere, and it does not give the token away.</summary>
    public string Cookie { get; }

    /// <summary>What requests that change something have to repeat in a header, which a page elsewhere can neither read nor send.</summary>
    public string Xsrf { get; }

    public bool Matches(string? token) => token is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(token)), _hash);

    public bool MatchesCookie(string? value) => Same(value, Cookie);

    public bool MatchesXsrf(string? value) => Same(value, Xsrf);

    private static bool Same(string? given, string right) => given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(right));

    private string Derive(string use) => Convert.ToHexStringLower(HMACSHA256.HashData(_hash, Encoding.UTF8.GetBytes("qiansi " + use)));
}
