using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Qiansi.Torch.Generator;

/// <summary>The overloads of a method that takes a shape as a span of sizes.</summary>
internal static class Sizes
{
    private static readonly string[][] Numbers = [["size"], ["rows", "columns"], ["dim0", "dim1", "dim2"],
        ["dim0", "dim1", "dim2", "dim3"]];

    /// <summary><c>public static Tensor zeros(long rows, long columns, …) => zeros([rows, columns], …);</c>, and the others.</summary>
    public static string Overloads(GeneratorAttributeSyntaxContext found)
    {
        var method = (MethodDeclarationSyntax)found.TargetNode;
        var wanted = found.Attributes[0].NamedArguments.Where(n => n.Value.Value is true).Select(n => n.Key).ToList();
        var shapes = new List<(string Parameters, string Span, string Text)> {
            ("long[] size", "size.AsSpan()", "<paramref name=\"size\"/>") };
        if (wanted.Contains("Size")) shapes.Add(("Size size", "size.Shape.AsSpan()", "<paramref name=\"size\"/>"));
        foreach (var type in wanted.Contains("Int") ? new[] { "long", "int" } : ["long"])
            shapes.AddRange(Numbers.Select(n => (
                string.Join(", ", n.Select(name => $"{type} {name}")), $"(ReadOnlySpan<long>)[{string.Join(", ", n)}]",
                $"({string.Join(", ", n)})")));
        var text = string.Concat(shapes.Select(s => Overload(method, s.Parameters, s.Span, s.Text)));
        return method.Parent is ClassDeclarationSyntax { Identifier.Text: "Tensor" }
            ? $"    public partial class Tensor\n    {{\n{text}    }}\n" : text;
    }

    private static string Overload(MethodDeclarationSyntax method, string parameters, string span, string shape)
    {
        var own = method.ParameterList.Parameters;
        var given = string.Join(", ", own.Select(p => p.Identifier.Text == "size" ? parameters : p.ToString()));
        var passed = string.Join(", ", own.Select(p => p.Identifier.Text == "size" ? span : p.Identifier.Text));
        var documentation = Operation.DocumentationOf(method).Replace("<paramref name=\"size\"/>", shape);
        if (!parameters.EndsWith(" size", StringComparison.Ordinal))
            documentation = Regex.Replace(documentation, "/// <param name=\"size\">[^\n]*\n", "");
        return $"""
            {documentation}
            {method.Modifiers} {method.ReturnType} {method.Identifier.Text}({given}) => {method.Identifier.Text}({passed});


            """;
    }
}
