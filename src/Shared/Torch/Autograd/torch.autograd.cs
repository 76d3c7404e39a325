namespace Qiansi;

public static partial class torch
{
    /// <summary>Gradients of calculated tensors with respect to what they were calculated from.</summary>
    public static partial class autograd
    {
        /// <summary>Calculates the gradients of the leaves and adds them to their <c>grad</c>.</summary>
        /// <param name="tensors">Where to start; each of one element, or with its gradient given.</param>
        /// <param name="grad_tensors">The gradients of these tensors.</param>
        /// <param name="retain_graph">Keeps what was saved for another pass; as <paramref name="create_graph"/> when null.</param>
        /// <param name="create_graph">Records the calculation itself.</param>
        /// <param name="inputs">Only these leaves get their gradient.</param>
        public static void backward(IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null,
            bool create_graph = false, IList<Tensor>? inputs = null)
        {
            var gradients = new Tensor?[tensors.Count];
            for (var i = 0; i < gradients.Length; i++) gradients[i] = grad_tensors?[i];
            Backward([.. tensors], gradients, retain_graph ?? create_graph, create_graph, inputs);
        }

        /// <inheritdoc cref="backward(IList{Tensor}, IList{Tensor}, bool?, bool, IList{Tensor})"/>
        public static void backward(Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null) =>
            backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        /// <inheritdoc cref="backward(IList{Tensor}, IList{Tensor}, bool?, bool, IList{Tensor})"/>
        public static void backward(Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null) =>
            backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);

        /// <summary>The gradients of outputs, summed, with respect to inputs; leaves' <c>grad</c> stays untouched.</summary>
        /// <param name="outputs">Each of one element, or with its gradient in <paramref name="grad_outputs"/>.</param>
        /// <param name="inputs">What to differentiate by: leaves or calculated tensors that require gradients.</param>
        /// <param name="grad_outputs">The gradients of the outputs; null for numbers.</param>
        /// <param name="retain_graph">Keeps what was saved for another pass.</param>
        /// <param name="create_graph">Records the calculation, so that the result can be differentiated again.</param>
        /// <param name="allow_unused">An input the outputs do not depend on gives null instead of an error.</param>
        /// <returns>A gradient for each input; null for an unused one, when that is allowed.</returns>
        /// <exception cref="InvalidOperationException">An input does not require gradients, or is not used.</exception>
        public static IList<Tensor> grad(IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null,
            bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            var (edges, gradients) = Roots([.. outputs], grad_outputs == null ? new Tensor?[outputs.Count] : [.. grad_outputs],
                "autograd.grad");
            var captures = Captures(inputs, "autograd.grad");
            var captured = Engine.Run(edges, gradients, retain_graph || create_graph, create_graph, captures);
            var result = new Tensor[inputs.Count];
            for (var i = 0; i < result.Length; i++)
            {
                result[i] = captured[captures[Edge.Of(inputs[i])]]!;
                if (result[i] is null && !allow_unused)
                    throw new InvalidOperationException(
                        $"autograd.grad: input {i} (shape {Shape.Text(inputs[i].sizes)}) was not used in calculating the outputs; pass "
                            + "allow_unused: true to get null for it");
            }
            return result;
        }

        internal static void Backward(Tensor[] tensors, Tensor?[] gradients, bool retain, bool create, IList<Tensor>? inputs)
        {
            var (edges, given) = Roots(tensors, gradients, "backward");
            if (inputs == null)
            {
                Engine.Run(edges, given, retain, create, null);
                return;
            }
            var captures = Captures(inputs, "backward");
            var captured = Engine.Run(edges, given, retain, create, captures);
            foreach (var input in inputs)
            {
                if (captured[captures[Edge.Of(input)]] is not { } gradient) continue;
                input.gradient = input.gradient is null ? (create ? gradient.clone() : gradient.Copy()) : input.gradient + gradient;
            }
        }

        private static Dictionary<Edge, int> Captures(IList<Tensor> inputs, string operation)
        {
            var captures = new Dictionary<Edge, int>();
            for (var i = 0; i < inputs.Count; i++)
            {
                if (!inputs[i].Tracked)
                    throw new InvalidOperationException(
                        $"{operation}: input {i} (shape {Shape.Text(inputs[i].sizes)}) does not require gradients; set requires_grad "
                            + "before calculating with it");
                captures.TryAdd(Edge.Of(inputs[i]), captures.Count);
            }
            return captures;
        }

        private static (Edge[] Edges, Tensor[] Gradients) Roots(Tensor[] tensors, Tensor?[] gradients, string operation)
        {
            if (gradients.Length != tensors.Length)
                throw new ArgumentException($"{operation}: {tensors.Length} tensors and {gradients.Length} gradients; give one each");
            var edges = new Edge[tensors.Length];
            var given = new Tensor[tensors.Length];
            for (var i = 0; i < tensors.Length; i++)
            {
                var tensor = tensors[i];
                if (!tensor.Tracked)
                    throw new InvalidOperationException(
                        $"{operation}: tensor {i} (shape {Shape.Text(tensor.sizes)}) does not require gradients and has no grad_fn: "
                            + "nothing it was calculated from requires them, or it was made inside no_grad");
                if (gradients[i] is null && tensor.count != 1)
                    throw new InvalidOperationException(
                        $"{operation}: a gradient can be implied for one number only, this tensor has shape {Shape.Text(tensor.sizes)}; "
                            + "call sum() or mean() first, or pass its gradient");
                if (gradients[i] is { } gradient && !Shape.Same(gradient.sizes, tensor.sizes))
                    throw new InvalidOperationException(
                        $"{operation}: the gradient given has shape {Shape.Text(gradient.sizes)}, the tensor {Shape.Text(tensor.sizes)}; "
                            + "they must be equal");
                edges[i] = Edge.Of(tensor);
                given[i] = gradients[i] ?? ones(tensor.sizes, tensor.type);
            }
            return (edges, given);
        }
    }
}
