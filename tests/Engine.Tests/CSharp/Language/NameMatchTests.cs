using FsCheck;
using FsCheck.Fluent;
using Qiansi.Engine.CSharp.Language.Completion;

namespace Qiansi.Engine.Tests.CSharp.Language;

public sealed class NameMatchTests
{
    [Theory]
    [InlineData("WriteLine", "WriteLine", "Exact")]
    [InlineData("WriteLine", "", "Prefix")]
    [InlineData("WriteLine", "Wri", "Prefix")]
    [InlineData("WriteLine", "wri", "Prefix")]
    [InlineData("writeLine", "Wri", "PrefixAnyCase")]
    [InlineData("WriteLine", "WL", "Humps")]
    [InlineData("WriteLine", "wl", "Humps")]
    [InlineData("WriteLine", "WrLi", "Humps")]
    [InlineData("WriteLine", "Line", "InnerHumps")]
    [InlineData("HTMLParser", "HP", "Humps")]
    [InlineData("HTMLParser", "Parser", "InnerHumps")]
    [InlineData("snake_case_name", "scn", "Humps")]
    [InlineData("Vector3", "V3", "Humps")]
    [InlineData("WriteLine", "LW", "None")]
    [InlineData("WriteLine", "rite", "None")]
    [InlineData("WriteLine", "WriteLines", "None")]
    [InlineData("数据集", "数据", "Prefix")]
    [InlineData("Sınıf", "sini", "None")]
    public void Rates(string name, string typed, string expected) => Assert.Equal(expected, NameMatch.Match(name, typed).ToString());

    [Fact]
    public void Every_prefix_in_any_case_matches_and_is_never_worse_than_humps() =>
        Prop.ForAll<NonEmptyString, PositiveInt>((name, length) =>
        {
            string typed = name.Get[..Math.Min(length.Get, name.Get.Length)];
            return NameMatch.Match(name.Get, typed) <= MatchQuality.Prefix
                && NameMatch.Match(name.Get, typed.ToUpperInvariant()) <= MatchQuality.PrefixAnyCase;
        }).QuickCheckThrowOnFailure();
}
