using Todoku.Knowledge;

namespace Todoku.Diagnosis.Reports.Texts;

internal sealed class JapaneseFaultNames : FaultNames
{
    public override string Short(Fault fault) => fault switch
    {
        Fault.Sender => "送信側の問題",
        Fault.Network => "ネットワークの問題",
        Fault.Receiver => "受信側の問題",
        Fault.Recipient => "受信者側の事情",
        Fault.Nobody => "待てば解消",
    };

    public override string Long(Fault fault) => fault switch
    {
        Fault.Sender => "送信側（サーバー・DNS・メールの内容）",
        Fault.Network => "送信元IPアドレスのネットワーク（送信側に非があるとは限りません）",
        Fault.Receiver => "受信側",
        Fault.Recipient => "受信者側（送信側の対応は不要です）",
        Fault.Nobody => "なし（待てば解消します）",
    };
}
