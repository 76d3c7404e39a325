using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Qiansi.Torch.Generator;

/// <summary>
/// Writes the layer of a function of <c>nn.functional</c> that carries [Layer]: a class whose properties are the function's parameters
/// behind its tensors, and the method of <c>nn</c> that makes one. A function with a reduction is a loss.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class LayerGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var layers = context.SyntaxProvider.ForAttributeWithMetadataName("Qiansi.LayerAttribute",
            (node, _) => node is MethodDeclarationSyntax,
            (found, _) => new Layer(found) is var layer ? (layer.Name, Text: layer.Source()) : default);
        context.RegisterSourceOutput(layers, (output, layer) =>
            output.AddSource(layer.Name + ".g.cs", SourceText.From(layer.Text, Encoding.UTF8)));
    }
}
