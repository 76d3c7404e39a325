namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What is done to the parameters of a model as a whole.</summary>
        public static partial class utils
        {
            /// <summary>Scales all gradients alike so that their norm, taken together, is at most max_norm.</summary>
            /// <param name="tensors">The parameters; those without a gradient do not count.</param>
            /// <param name="max_norm">The largest norm there may be.</param>
            /// <param name="norm_type">Which p-norm; infinity for the largest absolute value.</param>
            /// <returns>The norm before.</returns>
            /// <exception cref="ArgumentException">max_norm is negative or not a number.</exception>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                if (!(max_norm >= 0)) throw new ArgumentException($"clip_grad_norm_: max_norm is {max_norm}; it must not be negative");
                var gradients = tensors.Select(t => t.grad).OfType<Tensor>().ToList();
                if (gradients.Count == 0) return 0;
                using var mode = no_grad();
                var norm = linalg.vector_norm(stack(gradients.Select(g => linalg.vector_norm(g, norm_type))), norm_type).ToDouble();
                var factor = max_norm / (norm + 1e-6);
                // A norm that is no number leaves none in the gradients either: it is seen.
                if (!(factor >= 1))
                {
                    foreach (var gradient in gradients) gradient.mul_(factor);
                }
                return norm;
            }

            /// <summary>Cuts all gradients off beyond ±clip_value.</summary>
            /// <exception cref="ArgumentException">clip_value is negative or not a number.</exception>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                if (!(clip_value >= 0))
                    throw new ArgumentException($"clip_grad_value_: clip_value is {clip_value}; it must not be negative");
                using var mode = no_grad();
                foreach (var tensor in tensors) tensor.grad?.clamp_(-clip_value, clip_value);
            }

            /// <summary>All parameters one after the other, as one vector.</summary>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors) => cat([.. tensors.Select(t => t.reshape(-1))]);

            /// <summary>Writes a vector's numbers over the parameters, one after the other.</summary>
            /// <exception cref="ArgumentException">The vector has another number of elements.</exception>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                var parameters = tensors.ToList();
                var count = parameters.Sum(p => p.count);
                if (vec.sizes.Length != 1 || vec.count != count)
                    throw new ArgumentException(
                        $"vector_to_parameters: the vector has shape {Torch.Shapes.Shape.Text(vec.sizes)}; the parameters have {count} "
                            + "elements together");
                using var mode = no_grad();
                long at = 0;
                foreach (var parameter in parameters)
                {
                    parameter.copy_(vec.detach().narrow(0, at, parameter.count).view(parameter.sizes));
                    at += parameter.count;
                }
            }
        }
    }
}
