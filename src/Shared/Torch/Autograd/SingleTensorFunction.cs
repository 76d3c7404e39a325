namespace Qiansi;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>A custom function with one result: write its forward and its backward, call <see cref="apply"/>.</summary>
        /// <typeparam name="T">The function's own class.</typeparam>
        public abstract class SingleTensorFunction<T> where T : SingleTensorFunction<T>, new()
        {
            /// <summary>What the graph calls it.</summary>
            public abstract string Name { get; }

            /// <summary>Calculates the result from the arguments given to <see cref="apply"/>; what it does is not recorded.</summary>
            public abstract Tensor forward(AutogradContext ctx, params object[] vars);

            /// <summary>
            /// The gradient for each argument of <see cref="forward"/>, from that of the result; null for what is no tensor or has none.
            /// </summary>
            public abstract List<Tensor?> backward(AutogradContext ctx, Tensor grad_output);

            /// <summary>Calls <see cref="forward"/> and records it, so that a backward pass calls <see cref="backward"/>.</summary>
            public static Tensor apply(params object[] vars)
            {
                var function = new T();
                return CustomFunction.Apply(function.Name, vars, (ctx, arguments) => [function.forward(ctx, arguments)],
                    (ctx, grads) => function.backward(ctx, grads[0]))[0];
            }
        }
    }
}
