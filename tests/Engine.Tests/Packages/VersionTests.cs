using FsCheck;
using FsCheck.Fluent;
using Qiansi.Engine.Packages;

namespace Qiansi.Engine.Tests.Packages;

public class VersionTests
{
    // The order of Semantic Versioning 2.0.0, section 11, and NuGet's fourth number.
    private static readonly string[] Ascending =
    [
        "0.9", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11",
        "1.0.0-beta.20260101000000000000", "1.0.0-rc.1", "1.0", "1.0.0.1", "1.0.1", "1.2", "1.10", "2",
    ];

    [Fact]
    public void Versions_have_the_order_of_the_specification()
    {
        var versions = Ascending.Select(v => SemanticVersion.TryParse(v)!).ToArray();
        for (int i = 0; i < versions.Length; i++)
        {
            for (int j = 0; j < versions.Length; j++) Assert.Equal(i.CompareTo(j), Math.Sign(versions[i].CompareTo(versions[j])));
        }
    }

    [Theory]
    [InlineData("1.0", "1.0.0")]
    [InlineData("1.2.3.0", "1.2.3")]
    [InlineData("1.2.3+build.5", "1.2.3")]
    [InlineData("1.0.0-Beta", "1.0.0-beta")]
    public void Equal_versions_have_equal_hashes(string left, string right)
    {
        var (a, b) = (SemanticVersion.TryParse(left)!, SemanticVersion.TryParse(right)!);
        Assert.Equal(a, b);
        Assert.Equal(a.GetHashCode(), b.GetHashCode());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1..2")]
    [InlineData("1.2.3.4.5")]
    [InlineData("v1")]
    [InlineData("1.0-")]
    [InlineData("1.0-a..b")]
    [InlineData("99999999999")]
    public void What_is_no_version_is_refused(string text) => Assert.Null(SemanticVersion.TryParse(text));

    [Theory]
    [InlineData("1.2", "1.1", false)]
    [InlineData("1.2", "3.0", true)]
    [InlineData("[1.2]", "1.2.0", true)]
    [InlineData("[1.2]", "1.2.1", false)]
    [InlineData("[1.0,2.0)", "1.0", true)]
    [InlineData("[1.0,2.0)", "2.0", false)]
    [InlineData("(1.0,2.0]", "1.0", false)]
    [InlineData("(1.0,2.0]", "2.0", true)]
    [InlineData("(,2.0]", "0.1", true)]
    [InlineData("[1.0,)", "99.0", true)]
    [InlineData("1.*", "1.9.3", true)]
    [InlineData("1.*", "2.0", false)]
    [InlineData("1.*", "1.9.3-beta", false)]
    [InlineData("*", "1.0-rc", false)]
    [InlineData("*-*", "1.0-rc", true)]
    [InlineData("1.0.0-beta.*", "1.0.0-beta.7", true)]
    [InlineData("1.0.0-beta.*", "1.0.0-alpha.7", false)]
    [InlineData("1.0.0-beta*", "1.0.0", true)]
    [InlineData("1.2.*-*", "1.2.9-rc", true)]
    public void Ranges_contain_what_nuget_says(string range, string version, bool contained) =>
        Assert.Equal(contained, VersionRange.TryParse(range)!.Contains(SemanticVersion.TryParse(version)!));

    [Theory]
    [InlineData("[1.0")]
    [InlineData("1.0]")]
    [InlineData("[,]")]
    [InlineData("(1.0)")]
    [InlineData("[2.0,1.0]")]
    [InlineData("[1.0,2.0,3.0]")]
    [InlineData("*.1")]
    [InlineData("1*")]
    [InlineData("1.*.*")]
    [InlineData("1.0-")]
    [InlineData("latest")]
    public void What_is_no_range_is_refused(string text) => Assert.Null(VersionRange.TryParse(text));

    [Fact]
    public void Any_text_is_read_or_refused_and_what_is_printed_reads_back()
    {
        Prop.ForAll<string?>(text => VersionRange.TryParse(text ?? "") is null or { Text.Length: > 0 }).QuickCheckThrowOnFailure();
        var numbers = Gen.Choose(0, 300).ArrayOf(4).ToArbitrary();
        Prop.ForAll(numbers, n =>
        {
            var version = SemanticVersion.TryParse(string.Join('.', n))!;
            return version.Equals(SemanticVersion.TryParse(version.ToString())) && VersionRange.TryParse($"[{version}]")!.Contains(version);
        }).QuickCheckThrowOnFailure();
    }
}
