using Qiansi.Contracts;
using Qiansi.Engine.Packages;

namespace Qiansi.Engine.Tests.Packages;

public class PackageReferenceParserTests
{
    [Theory]
    [InlineData("#r \"nuget: NodaTime, 3.3.4\"", "NodaTime", "3.3.4", false)]
    [InlineData("#r \"nuget:NodaTime\"", "NodaTime", "*", true)]
    [InlineData("  #r   \"NuGet : NodaTime ,  1.*  \"  ", "NodaTime", "1.*", true)]
    [InlineData("#r \"nuget: Microsoft.Data.Sqlite, *-*\" // newest", "Microsoft.Data.Sqlite", "*-*", true)]
    [InlineData("#r \"nuget: A_b-c, [1.0, 2.0)\"", "A_b-c", "[1.0,2.0)", true)]
    [InlineData("#r \"nuget: X, [1.2.3]\"", "X", "[1.2.3]", false)]
    [InlineData("#r \"nuget: X, 1.0.0-beta.2\"", "X", "1.0.0-beta.2", false)]
    [InlineData("#r \"nuget: X,\"", "X", "*", true)]
    public void Reads_a_package_reference(string line, string name, string version, bool floating)
    {
        var reference = PackageReferenceParser.ParseReference(line);
        Assert.NotNull(reference);
        Assert.Equal((name, version, floating), (reference.Name, reference.VersionText, reference.IsFloating));
    }

    [Theory]
    [InlineData("#r \"lib.dll\"")]
    [InlineData("#r lib.dll")]
    [InlineData("#i \"nuget: https://example.org/index.json\"")]
    [InlineData("#region x")]
    [InlineData("var r = \"nuget: X\";")]
    [InlineData("#r")]
    [InlineData("")]
    [InlineData("#r \"nugget: X\"")]
    public void Leaves_other_lines_alone(string line) => Assert.Null(PackageReferenceParser.ParseReference(line));

    [Theory]
    [InlineData("#r \"nuget: \"", "name is missing")]
    [InlineData("#r \"nuget: A B\"", "'A B'")]
    [InlineData("#r \"nuget: A, banana\"", "'banana' is no version for A")]
    [InlineData("#r \"nuget: A, [2.0,1.0]\"", "'[2.0,1.0]'")]
    [InlineData("#r \"nuget: A, 1.0", "closing quote")]
    [InlineData("#r \"nuget: A\" \"nuget: B\"", "line of its own")]
    [InlineData("#r \"nuget: A, 1.0\\\" /><X\"", "1.0\\")]
    [InlineData("#r \"nuget: ../../A\"", "'../../A'")]
    public void Says_what_is_wrong_and_what_to_write(string line, string part) =>
        Assert.Contains(part, Assert.Throws<DirectiveException>(() => PackageReferenceParser.ParseReference(line)).Message);

    [Fact]
    public void Takes_sources_as_addresses_and_folders()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "my feed"));
            Assert.Equal("https://example.org/v3/index.json",
                PackageReferenceParser.ParseSource("#i \"nuget: https://example.org/v3/index.json\"", folder));
            Assert.Equal(Path.Combine(folder, "my feed"), PackageReferenceParser.ParseSource("#i \"nuget:my feed\"", folder));
            Assert.Equal(Path.Combine(folder, "my feed"),
                PackageReferenceParser.ParseSource($"#i \"nuget: {new Uri(Path.Combine(folder, "my feed"))}\"", folder));
            Assert.Null(PackageReferenceParser.ParseSource("#r \"nuget: X\"", folder));
            var missing = Assert.Throws<DirectiveException>(() => PackageReferenceParser.ParseSource("#i \"nuget: elsewhere\"", folder));
            Assert.Contains(Path.Combine(folder, "elsewhere"), missing.Message);
            Assert.Throws<DirectiveException>(() => PackageReferenceParser.ParseSource("#i \"nuget: https://\"", folder));
            Assert.Throws<DirectiveException>(() => PackageReferenceParser.ParseSource("#i \"nuget:\"", folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
