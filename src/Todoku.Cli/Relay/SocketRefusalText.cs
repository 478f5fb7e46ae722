using Todoku.Knowledge;
using Todoku.Relay.Operating.Sockets;

namespace Todoku.Cli.Relay;

/// <summary>Says why a socket of the service manager is not taken, and what to change.</summary>
internal static class SocketRefusalText
{
    private const string Units = "systemctl list-sockets";

    /// <summary>In a sentence or two.</summary>
    public static string Of(SocketRefusal refusal, Language language) => language == Language.Japanese ? Japanese(refusal) : English(refusal);

    private static string English(SocketRefusal refusal)
    {
        var which = $"systemd handed over descriptor {refusal.Number}{(refusal.Name.Length > 0 ? $" with the name '{refusal.Name}'" : "")}{(refusal.Place.Length > 0 ? $", which listens at {refusal.Place}" : "")}";
        return $"{which}: " + refusal.Reason switch
        {
            SocketRefusalReason.UnknownName => $"the relay knows no such name. Write one of these after FileDescriptorName= in the socket unit: {refusal.Expected}.",
            SocketRefusalReason.NoStream => "it is no stream socket. Write ListenStream= in the socket unit.",
            SocketRefusalReason.OtherPlace => $"the configuration has {refusal.Expected} for that name. Write the same in the socket unit (ListenStream=) and in relay.toml.",
            SocketRefusalReason.Twice => $"another descriptor is for the same place. See {Units}, and take one out.",
            _ => $"nothing in relay.toml is there. Add it to relay.toml, or take ListenStream= out of the socket unit ({Units}).",
        };
    }

    private static string Japanese(SocketRefusal refusal)
    {
        var which = $"systemdから渡された記述子 {refusal.Number}{(refusal.Name.Length > 0 ? $"（名前 '{refusal.Name}'）" : "")}{(refusal.Place.Length > 0 ? $"（待ち受け先 {refusal.Place}）" : "")}";
        return $"{which}: " + refusal.Reason switch
        {
            SocketRefusalReason.UnknownName => $"この名前は使えません。ソケットユニットの FileDescriptorName= には次のどれかを書いてください: {refusal.Expected}",
            SocketRefusalReason.NoStream => "ストリームソケットではありません。ソケットユニットでは ListenStream= を使ってください。",
            SocketRefusalReason.OtherPlace => $"設定ファイルでは、この名前の待ち受け先は {refusal.Expected} です。ソケットユニットの ListenStream= と relay.toml を同じにしてください。",
            SocketRefusalReason.Twice => $"同じ待ち受け先の記述子がもう1つあります。{Units} で確かめて、片方を消してください。",
            _ => $"relay.toml にこの待ち受け先がありません。relay.toml に加えるか、ソケットユニットの ListenStream= を消してください（{Units} で確認できます）。",
        };
    }
}
