namespace Qiansi;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>A function of each number alone that rises, without parameters.</summary>
            public abstract class MonotoneTransform : Transform
            {
                private protected MonotoneTransform()
                {
                }

                /// <inheritdoc/>
                public sealed override bool bijective => true;

                private protected sealed override Tensor[]? Parameters => [];

                /// <inheritdoc/>
                protected internal sealed override Tensor _sign() => 1;
            }
        }
    }
}
