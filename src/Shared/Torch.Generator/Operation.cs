using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Qiansi.Torch.Generator;

/// <summary>A method of Tensor as source text: what stands beside it has its parameters and its documentation.</summary>
internal sealed class Operation
{
    private readonly MethodDeclarationSyntax method;
    private readonly string documentation;
    private readonly string[] functionNames;
    private readonly bool hasFunctionInPlace;

    public Operation(GeneratorAttributeSyntaxContext found)
    {
        method = (MethodDeclarationSyntax)found.TargetNode;
        documentation = DocumentationOf(method);
        var attributes = found.TargetSymbol.GetAttributes();
        functionNames = [.. Values(attributes, "FunctionAttribute").Select(v => (string)v.Value!)];
        hasFunctionInPlace = attributes.Any(
            a => a.AttributeClass!.Name == "InPlaceAttribute" && !a.NamedArguments.Any(n => n.Value.Value is false));
    }

    private string Name => method.Identifier.Text;

    private SeparatedSyntaxList<ParameterSyntax> Parameters => method.ParameterList.Parameters;

    private string[] Names => [.. Parameters.Select(p => p.Identifier.Text)];

    /// <summary><c>public static Tensor add(Tensor left, Tensor right) => left.add(right);</c></summary>
    public string Function() => Function(Name, documentation);

    /// <summary><c>public Tensor add_(Tensor target) => Overwrite("add_", BeforeWrite(target).add(target));</c></summary>
    public string InPlace()
    {
        var tensors = Parameters.Where(p => p.Type!.ToString().TrimEnd('?') == "Tensor").Select(p => p.Identifier.Text);
        var result = $"BeforeWrite({string.Join(", ", tensors)}).{Name}({string.Join(", ", Names)})";
        return $"""
            {DocumentationInPlace}
            public {method.ReturnType} {Name}_{method.ParameterList} => Overwrite("{Name}_", {result});


            """;
    }

    /// <summary><c>public static Tensor add_(Tensor left, Tensor right) => left.add_(right);</c></summary>
    public string InPlaceFunction() => hasFunctionInPlace ? Function(Name + "_", DocumentationInPlace) : "";

    private string DocumentationInPlace =>
        Regex.Replace(documentation, "\\.?(\n///)?\\s*</summary>", ". In place: written over this tensor, which is returned.</summary>");

    private string Function(string name, string documentation)
    {
        var self = functionNames.FirstOrDefault() ?? "input";
        var names = Names.Select((own, i) => i + 1 < functionNames.Length ? functionNames[i + 1] : own).ToArray();
        var parameters = Parameters.Select(
            (p, i) => p.WithIdentifier(SyntaxFactory.Identifier(names[i]).WithTriviaFrom(p.Identifier)).ToString());
        var all = string.Join(", ", parameters.Prepend($"Tensor {self}"));
        return $"""
            {OfFunction(documentation, self, names)}
            public static {method.ReturnType} {name}({all}) => {self}.{name}({string.Join(", ", names)});


            """;
    }

    /// <summary>The documentation for somebody to whom the tensor is a parameter, too.</summary>
    private string OfFunction(string documentation, string self, string[] names)
    {
        var text = Regex.Replace(documentation, "\\bthis (?=tensor)", "the ");
        text = Regex.Replace(text, "\\bthis\\b", self);
        text = Regex.Replace(text, "cref=\"(?=[a-z_]\\w*[(\"])", "cref=\"Tensor.");
        foreach (var (own, given) in Names.Zip(names, (own, given) => (own, given)))
            text = Regex.Replace(text, $"(?<=param(ref)? name=\"){own}(?=\")", given);
        return text;
    }

    /// <summary>The lines of a method's documentation, with their slashes.</summary>
    public static string DocumentationOf(MethodDeclarationSyntax method) => string.Join("\n",
        method.GetLeadingTrivia().ToFullString().Split('\n').Select(l => l.Trim())
            .Where(l => l.StartsWith("///", StringComparison.Ordinal)));

    private static IEnumerable<TypedConstant> Values(IEnumerable<AttributeData> attributes, string name) =>
        attributes.Where(a => a.AttributeClass!.Name == name).SelectMany(a => a.ConstructorArguments[0].Values);
}
