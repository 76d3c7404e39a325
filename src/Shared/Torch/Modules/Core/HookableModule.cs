namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module whose calls can be watched and changed from outside.</summary>
        /// <typeparam name="TPreHook">Sees the module and its inputs, and may give others.</typeparam>
        /// <typeparam name="TPostHook">Sees the module, its inputs and its output, and gives the output.</typeparam>
        public abstract class HookableModule<TPreHook, TPostHook> : Module
        {
            private List<TPreHook>? preHooks;
            private List<TPostHook>? postHooks;
            private List<Action<Module>>? before;
            private List<Action<Module>>? after;

            private protected HookableModule(string name) : base(name)
            {
            }

            /// <summary>Calls a hook before each call; it sees the inputs and may give others.</summary>
            /// <returns>What takes the hook away again.</returns>
            public HookRemover<TPreHook, TPostHook> register_forward_pre_hook(TPreHook hook) => Add(ref preHooks, hook);

            /// <summary>Calls an action before each call.</summary>
            /// <returns>What takes the hook away again.</returns>
            public HookRemover<TPreHook, TPostHook> register_forward_pre_hook(Action<Module> hook) => Add(ref before, hook);

            /// <summary>Calls a hook after each call; it sees inputs and output, and what it returns is the output.</summary>
            /// <returns>What takes the hook away again.</returns>
            public HookRemover<TPreHook, TPostHook> register_forward_hook(TPostHook hook) => Add(ref postHooks, hook);

            /// <summary>Calls an action after each call.</summary>
            /// <returns>What takes the hook away again.</returns>
            public HookRemover<TPreHook, TPostHook> register_forward_hook(Action<Module> hook) => Add(ref after, hook);

            private protected bool Hooked => preHooks != null || postHooks != null || before != null || after != null;

            private protected IEnumerable<TPreHook> PreHooks()
            {
                foreach (var action in before?.ToArray() ?? []) action(this);
                return preHooks?.ToArray() ?? [];
            }

            private protected IEnumerable<TPostHook> PostHooks() => postHooks?.ToArray() ?? [];

            private protected void After()
            {
                foreach (var action in after?.ToArray() ?? []) action(this);
            }

            private static HookRemover<TPreHook, TPostHook> Add<T>(ref List<T>? hooks, T hook)
            {
                var list = hooks ??= [];
                list.Add(hook);
                return new HookRemover<TPreHook, TPostHook>(() => list.Remove(hook));
            }

            /// <summary>Takes a hook away.</summary>
            /// <typeparam name="TBefore">The module's kind of hook before calls.</typeparam>
            /// <typeparam name="TAfter">The module's kind of hook after calls.</typeparam>
            public sealed class HookRemover<TBefore, TAfter>
            {
                private Action? removal;

                internal HookRemover(Action removal) => this.removal = removal;

                /// <summary>Takes the hook away; a second call does nothing.</summary>
                public void remove()
                {
                    removal?.Invoke();
                    removal = null;
                }
            }
        }
    }
}
