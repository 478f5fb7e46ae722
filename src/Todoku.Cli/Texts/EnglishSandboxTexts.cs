namespace Todoku.Cli.Texts;

internal sealed class EnglishSandboxTexts : SandboxTexts
{
    public override string Command => "A small internet on this machine: DNS, blocklists and providers that judge mail, to try things in";

    public override string RunCommand => "Run a scenario until it is stopped";

    public override string InitCommand => "Write a scenario that explains itself";

    public override string InboxCommand => "Show the mail that a sandbox was sent, and what became of it";

    public override string Scenario => "The scenario, a TOML file";

    public override string File => "The file to write; - for standard output";

    public override string Id => "The number of one mail, which is shown whole";

    public override string Url(string usual) => $"Where the sandbox shows its mailbox (default: {usual})";

    public override string FileExists(string file) => $"{file} is there already and stays as it is: give another name, or replace it with --force.";

    public override string Written(string file) => $"{file} is written. Run it with: todoku sandbox run {file}";

    public override string Dns(string place) => $"DNS        {place}   (todoku check DOMAIN --resolver {place})";

    public override string Resolver(string places) => $"DNS        asked of {places}";

    public override string Provider(string host, string place, string profile, string domains) => $"provider   {place}   {host} ({profile}): {domains}";

    public override string Mailbox(string url) => $"mailbox    {url}";

    public override string Notice => "These providers are simulated; real ones keep their rules to themselves (docs/sandbox.md). Ctrl-C stops the sandbox.";

    public override string CannotListen(string reason) => $"can't listen: {reason}. See whether another program has the port, and change listen and port in the scenario.";

    public override string NoSandbox(string url, string reason) => $"no sandbox answers at {url} ({reason}). Start one whose scenario has [http] with todoku sandbox run, or name its address with --url.";

    public override string NoMail(string id) => $"there is no mail {id}: todoku sandbox inbox lists them.";

    public override string BadUrl(string url) => $"\"{url}\" is no address of a sandbox: write one such as http://127.0.0.1:8025";

    public override string Empty => "No mail has come yet.";

    public override string Accepted => "accepted";

    public override string Refused => "refused";
}
