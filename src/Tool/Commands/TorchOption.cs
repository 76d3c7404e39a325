using System.CommandLine;
using Qiansi.Tool.Libraries;

namespace Qiansi.Tool.Commands;

/// <summary><c>--torch</c>: the tensor library that a notebook's cells run on.</summary>
internal static class TorchOption
{
    public static Option<string?> Create()
    {
        var option = new Option<string?>("--torch")
        {
            Description = "The tensor library behind Qiansi.torch: Qiansi, TorchSharp (restored at the first use, 130 MB), or "
                + "TorchSharp-cuda. The notebook's metadata may say it: \"qiansi\": {\"torch\": \"TorchSharp\"}.",
            HelpName = "library",
        };
        option.AcceptOnlyFromAmong(TorchLibrary.Names);
        return option;
    }
}
