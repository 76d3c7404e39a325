using System.Xml.Linq;

namespace Qiansi.Torch.Tests.Surface;

/// <summary>
/// What is generated beside a method of Tensor reads as written by hand: the same documentation, in the function's own names.
/// </summary>
public sealed class FunctionTests
{
    private static readonly Dictionary<string, XElement> Documentation =
        XDocument.Load(Path.ChangeExtension(typeof(torch).Assembly.Location, "xml")).Descendants("member")
            .ToDictionary(m => m.Attribute("name")!.Value);

    [Fact]
    public void A_function_has_its_methods_documentation_with_its_own_parameters()
    {
        var function = Documentation["M:Qiansi.torch.add(Qiansi.torch.Tensor,Qiansi.torch.Tensor)"];
        Assert.Equal("left + ", function.Element("summary")!.Nodes().OfType<XText>().First().Value.TrimStart());
        Assert.Equal("right", function.Descendants("paramref").Single().Attribute("name")!.Value);
    }

    [Fact]
    public void A_method_in_place_says_what_it_does_and_that_it_writes()
    {
        var method = Documentation["M:Qiansi.torch.Tensor.exp_"].Element("summary")!.Value;
        Assert.StartsWith("eˣ of each element", method.Trim());
        Assert.EndsWith(". In place: written over this tensor, which is returned.", method.Trim());
        Assert.Equal(method.Replace("this", "the"), Documentation["M:Qiansi.torch.exp_(Qiansi.torch.Tensor)"].Element("summary")!.Value);
    }

    [Fact]
    public void References_within_documentation_lead_to_methods()
    {
        var dangling = Documentation.Values.SelectMany(m => m.Descendants("see")).Select(s => s.Attribute("cref")?.Value)
            .Where(c => c?.StartsWith('!') == true);
        Assert.Empty(dangling);
    }
}
