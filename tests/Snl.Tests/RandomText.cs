using System.Text;
using Qiansi.Snl.Lexing;

namespace Qiansi.Snl.Tests;

/// <summary>Random inputs: characters, tokens, and programs with something changed.</summary>
internal static class RandomText
{
    private const string Alphabet = "abz_019 \t\n\r:=.+-*/()[]{};,<>'\"?é变；。（\u3000\uD83D\uDE00\uD83D\0";

    public static string Characters(Random random, int length) => string.Create(random.Next(length), random, (text, r) =>
    {
        foreach (ref var c in text) c = Alphabet[r.Next(Alphabet.Length)];
    });

    public static string Tokens(Random random, int length)
    {
        var text = new StringBuilder();
        for (var i = random.Next(length); i > 0; i--)
        {
            var kind = (TokenKind)random.Next(1, (int)TokenKind.Equal + 1);
            text.Append(kind switch
            {
                TokenKind.Identifier => "abc"[random.Next(3)].ToString(),
                TokenKind.Integer =>
                "1",
                TokenKind.Character => "'c'",
                _ => kind.Spelling()
            }).Append(' ');
        }

        return text.ToString();
    }

    /// <summary>A text with a few pieces removed, doubled, exchanged or replaced by tokens.</summary>
    public static string Mutated(Random random, string source)
    {
        var text = source;
        for (var i = random.Next(1, 4); i > 0 && text.Length > 2; i--)
        {
            var at = random.Next(text.Length);
            var length = random.Next(Math.Min(12, text.Length - at) + 1);
            text = random.Next(4) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(random.Next(text.Length), text.Substring(at, length)),
                2 => text.Insert(at, " " + Tokens(random, 3)),
                _ => text.Remove(at, length).Insert(at, Characters(random, 4)),
            };
        }

        return text;
    }
}
