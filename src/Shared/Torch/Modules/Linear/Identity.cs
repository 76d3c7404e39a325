namespace Qiansi.Modules
{
    /// <summary>Gives what it is given.</summary>
    public sealed class Identity : ParameterLessModule<Tensor, Tensor>
    {
        internal Identity() : base(nameof(Identity))
        {
        }

        /// <summary>The input.</summary>
        public override Tensor forward(Tensor input) => input;
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that gives what it is given.</summary>
            public static Identity Identity() => new();
        }
    }
}
