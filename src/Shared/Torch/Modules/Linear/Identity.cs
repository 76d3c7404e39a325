using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>Gives what it is given.</summary>
public sealed class Identity : ParameterLessModule<Tensor, Tensor>
{
    internal Identity() : base(nameof(Identity))
    {
    }

    /// <summary>The input.</summary>
    public override Tensor forward(Tensor input) => input;
}
