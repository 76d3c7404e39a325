using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Qiansi.Repository.Tests;

/// <summary>
/// What each library offers to cells is pinned in surface/Qiansi.NAME.txt; <c>SNAPSHOTS=write dotnet test tests/Repository.Tests</c> writes
/// it anew. A line that goes is a cell that no longer runs.
/// </summary>
public sealed class SurfaceTests
{
    private static readonly string[] Offering = ["src/Shared", "kernel-extensions"];

    private static readonly SymbolDisplayFormat Format = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints
            | SymbolDisplayGenericsOptions.IncludeVariance,
        SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeAccessibility
            | SymbolDisplayMemberOptions.IncludeConstantValue,
        SymbolDisplayDelegateStyle.NameAndSignature,
        SymbolDisplayExtensionMethodStyle.StaticMethod,
        SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeModifiers | SymbolDisplayParameterOptions.IncludeExtensionThis,
        SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The assemblies of the libraries and the kernel extensions; what only runs inside the compiler offers nothing.</summary>
    public static TheoryData<string> Libraries =>
    [
        .. Tree.Files(".csproj").Where(p => Offering.Contains(Path.GetDirectoryName(Path.GetDirectoryName(p))!.Replace('\\', '/')))
            .Select(p => "Qiansi." + Path.GetFileNameWithoutExtension(p))
            .Where(name => !name.EndsWith(".Generator", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void The_public_surface_is_the_pinned_one(string library)
    {
        var surface = string.Concat(Types(Assembly(library).GlobalNamespace).Select(Text).Order(StringComparer.Ordinal));
        var path = Path.Combine(Tree.Folder, "tests/Repository.Tests/surface", library + ".txt");
        if (Environment.GetEnvironmentVariable("SNAPSHOTS") == "write") File.WriteAllText(path, surface);
        var (pinned, offered) = (File.ReadAllLines(path), surface.TrimEnd('\n').Split('\n'));
        Assert.True(
            pinned.SequenceEqual(offered),
            $"{library} offers other members than surface/{library}.txt (SNAPSHOTS=write takes them over):\n"
                + string.Join('\n', pinned.Except(offered).Select(l => "- " + l).Concat(offered.Except(pinned).Select(l => "+ " + l))));
    }

    private static readonly Lazy<CSharpCompilation> Compilation = new(() => CSharpCompilation.Create(
        "Surface",
        references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path))));

    private static IAssemblySymbol Assembly(string name) =>
        Compilation.Value.SourceModule.ReferencedAssemblySymbols.Single(a => a.Name == name);

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol place) =>
        place.GetMembers().SelectMany(member => member switch
    {
        INamespaceSymbol inner => Types(inner),
        INamedTypeSymbol type when IsOpen(type) => Types(type).Prepend(type),
        _ => [],
    });

    private static string Text(INamedTypeSymbol type)
    {
        var kind = type.IsStatic ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "";
        var above = new[] { type.BaseType }.Where(b => b is { SpecialType: SpecialType.None }).Concat(type.Interfaces)
            .Select(t => t!.ToDisplayString(Format.WithKindOptions(SymbolDisplayKindOptions.None))).ToList();
        var members = type.GetMembers()
            .Where(m => m is not INamedTypeSymbol and not IMethodSymbol { AssociatedSymbol: not null } && IsOpen(m));
        return $"{type.ContainingNamespace}: "
            + $"{kind}{type.ToDisplayString(Format)}{(above.Count == 0 ? "" : " : " + string.Join(", ", above))}\n"
            + string.Concat(members.Select(m => $"    {m.ToDisplayString(Format)}\n").Order(StringComparer.Ordinal));
    }

    private static bool IsOpen(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;
}
